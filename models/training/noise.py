"""Spells a text as one does in a hurry: no accents, no capitals, letters lost or swapped, words cut short."""
import random
import re
import unicodedata

LETTERS_LOST = 0.05
SHORT = {
    "fr": {
        "c'est": "c", "je": "j", "pas": "pa", "que": "ke", "qui": "ki", "quoi": "koi", "pour": "pr", "vous": "vs", "nous": "ns", "avec": "ac",
        "dans": "ds", "toujours": "tjr", "quand": "qd", "combien": "cb", "comment": "cmt", "bonjour": "bjr", "salut": "slt", "merci": "mci",
        "s'il vous plaît": "svp", "aujourd'hui": "auj", "beaucoup": "bcp", "maintenant": "mtn", "depuis": "dps", "quelqu'un": "qqun",
        "quelque chose": "qqch", "parce que": "pcq", "jours": "j", "c'était": "ct", "j'ai": "g", "rendez-vous": "rdv", "problème": "pb",
    },
    "en": {
        "you": "u", "your": "ur", "are": "r", "please": "pls", "thanks": "thx", "because": "cuz", "with": "w/", "without": "w/o", "before": "b4",
        "message": "msg", "days": "d", "why": "y", "about": "abt", "people": "ppl", "though": "tho", "going to": "gonna", "want to": "wanna",
        "don't know": "dunno", "tomorrow": "tmrw", "i'm": "im", "can't": "cant", "don't": "dont", "it's": "its",
    },
}  # fmt: skip


def without_accents(text: str) -> str:
    return "".join(sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))


def cut_short(text: str, lang: str) -> str:
    for word, short in SHORT.get(lang, {}).items():
        if random.random() < 0.6:
            text = re.sub(rf"(?<![\w']){re.escape(word)}(?![\w'])", short, text, flags=re.IGNORECASE)
    return text


def slipped(word: str) -> str:
    if len(word) < 4 or random.random() > LETTERS_LOST * len(word):
        return word
    at = random.randrange(1, len(word) - 1)
    return random.choice([word[:at] + word[at + 1 :], word[:at] + word[at + 1] + word[at] + word[at + 2 :], word[:at] + word[at] + word[at:]])


def hurried(text: str, lang: str) -> str:
    """One of many spellings; two calls give two."""
    if random.random() < 0.5:
        text = cut_short(text, lang)
    if random.random() < 0.6:
        text = without_accents(text)
    if random.random() < 0.6:
        text = text.lower()
    if random.random() < 0.4:
        text = re.sub(r"[,;:.!?'’-]+", " ", text).strip()
    return " ".join(slipped(word) for word in text.split())
