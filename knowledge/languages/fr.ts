// French: stems, grammar words, number words, and the phrases that a public page knows.
import stemmer from 'natural/lib/natural/stemmers/porter_stemmer_fr.js'
import type { Language } from './language.ts'

const functionWords = new Set(
  `a ai aie aient ait alors apres as au aucun aucune aussi autre autres aux avaient avais avait avant avec avez avoir
  avons bah ben bien bon bonjour bonsoir c ca car ce ceci cela celle celles celui ces cet cette ceux chez ci comme
  comment d dans de deja depuis des desole doit dois donc dont du elle elles en encore entre est et etaient etais etait
  ete etes etre eu eux fait faire faut hein hello ici il ils j je jusqu jusque l la le les leur leurs lui m ma mais me
  meme mes mieux moi mon n ne ni non nos notre nous on ont or ou oui par parce pas pendant peu peut peux plus plutot
  pour pourquoi pouvez pouvons puis puisque qu quand que quel quelle quelles quels qui quoi rien s sa sans se sera
  serait ses si sinon soit sont sous suis sur svp t ta te tes toi ton tous tout toute toutes tres trop tu un une va
  vais vas vers vers veut veux voila vos votre vous vraiment vs y`.split(/\s+/),
)

// biome-ignore format: a table reads better in rows
const numbers = {
  zero: 0, un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, six: 6, sept: 7, huit: 8, neuf: 9, dix: 10,
  onze: 11, douze: 12, treize: 13, quatorze: 14, quinze: 15, seize: 16, vingt: 20, vingts: 20, trente: 30,
  quarante: 40, cinquante: 50, soixante: 60, septante: 70, huitante: 80, octante: 80, nonante: 90, cent: 100,
  mille: 1000,
}

export const french: Language = {
  code: 'fr',
  stem: (word) => stemmer.stem(word),
  functionWords,
  numbers,
  numberJoin: 'et',
  patterns: {
    free: /\b(gratuit\w*|gratos|offerte?s?|sans frais|rien a payer|(?:ca |cela )?(?:ne )?coute (?:rien|zero|que dalle)|aucun frais|pas de frais|zero euro)\b/,
    yes: /^\W*(?:(?:bonjour|bonsoir|salut|slt|coucou|hello)\W+)?(?:oui|ouais|ui|si si|bien sur|tout a fait|absolument|evidemment|carrement|(?:tu peux|vous pouvez)(?! pas))\b/,
    no: /^\W*(?:(?:bonjour|bonsoir|salut|slt|coucou|hello)\W+)?(?:non|nan|nope|pas du tout|malheureusement non|helas non|impossible|jamais|aucun\w*|inutile|pas besoin)\b/,
    opposites: [
      [/\bavant\b/, /\bapres\b/],
      [
        /\b(?:inclus\w*|compris\w*|couvert\w*|remboursee?s?|rembourse)\b/,
        /\b(?:exclu\w*|en plus|en sus|non compris\w*|hors|supplement\w*|non rembours\w*)\b/,
      ],
      [
        /\b(?:obligatoire\w*|il faut|faut|necessaire|doit|devez|dois)\b/,
        /\b(?:facultati\w*|optionnel\w*|pas besoin|inutile|pas la peine|pas oblige\w*|sans)\b/,
      ],
      [
        /\b(?:gratuit\w*|gratos|offerte?s?|sans frais|rien)\b/,
        /\b(?:payante?s?|facturee?s?|coute|frais|euros?|€)/,
      ],
      // "ne ... que" is "only" too.
      [
        /\b(?:toujours|tous|toutes|partout|n'importe)\b/,
        /\b(?:seulement|uniquement|que|sauf|reserve\w*|exclusivement)\b/,
      ],
      [
        /\b(?:automatique\w*|tout seul|d'office)\b/,
        /\b(?:demander|demande|a la main|vous-meme|soi-meme|manuel\w*)\b/,
      ],
      [/\b(?:minimum|au moins|mini)\b/, /\b(?:maximum|au plus|jusqu'?a?|maxi)\b/],
      [
        /\b(?:tout de suite|immediat\w*|aussitot|instantan\w*)\b/,
        /\b(?:jours?|semaines?|mois|heures?|delai|attendre)\b/,
      ],
      [/\b(?:premier\w*|1re|1er|debut)\b/, /\b(?:dernier\w*|seconde|2e|2de|fin)\b/],
      [
        /\b(?:definiti\w+|perdu\w*|plus possible)\b/,
        /\b(?:reactiv\w+|recuper\w+|encore possible|reprend\w*|restau\w+)\b/,
      ],
    ],
    channels: [
      /\b(?:telephone\w*|tel|appel\w*|coup de fil)\b/,
      /\b(?:appli\w*|app)\b/,
      /\b(?:site|en ligne|internet|web|espace client|mon compte)\b/,
      /\b(?:agence|boutique|guichet|magasin|bureau|gare|accueil|caisse|comptoir)\b/,
      /\b(?:courrier|recommande|lettre|poste)\b/,
      /\b(?:mail|e-?mail|courriel)\b/,
      /\b(?:chat|tchat|messagerie)\b/,
      /\b(?:formulaire)\b/,
      /\b(?:sms|texto)\b/,
    ],
    negation: /\b(ne|n|pas|jamais|aucun|aucune|sans|impossible|interdit\w*|plus besoin|rien|ni|non)\b/,
    solved:
      /\b(?:merci|resolu|regle|ca (?:marche|fonctionne|y est)|c'?est (?:bon|parfait|fait|ok)|nickel|super|impeccable|parfait)\b/,
    empty:
      /^(?:\W|\b(?:moi aussi|pareil\w*|idem|meme (?:probleme|souci|question|chose)|merci\w*|mdr|lol|ptdr|up|\+1|je (?:ne )?sais pas|aucune idee|bon courage|courage|ok|super|top|bravo|bienvenue au club|je suis(?: le post)?|bonne question|bonjour|bonsoir|salut|ah|oh|oui|non|trop|vrai|clair|de|la|le|a|tous|tout|monde|beaucoup)\b)*$/,
    workingDay: /^\s*(?:ouvr\w+)/,
    posesAsBrand:
      /\b(?:je (?:suis|travaille|bosse)|ici) (?:[\w' -]{0,25})?\b(?:conseill\w+|agent\w*|technicien\w*|support|equipe|service client\w*|du service|employee?|gestionnaire|expert\w*|pour la marque|chez eux)\b|\b(?:conseill\w+|agent|service client|support) (?:officiel\w*|certifie\w*|agree\w*|de la marque)\b/,
    asksSecret:
      /\b(?:envoie\w*|envoye\w*|donne\w*|communique\w*|transmet\w*|transmett\w*|file|balance|partage\w*|dicte\w*|poste\w*|laisse\w*|mets|met\w*|ecri\w+|scanne\w*|photo\w*)\b[^.!?]{0,60}\b(?:code\w*|mot de passe|mdp|identifiants?|numero de (?:ta |votre |la )?carte|carte bancaire|cb|cryptogramme|rib|iban|piece d.identite|carte d.identite|passeport|cvv|sms recu|coordonnees bancaires)\b/,
    privateContact:
      /\b(?:(?:ecri\w+|contacte\w*|mp|dm|message\w*|ajoute\w*|rejoin\w*|joins|parle\w*|viens|venez|passe\w*|appelle\w*|demande\w*)[^.!?]{0,40}(?:en prive\w*|en mp|en dm|whatsapp|telegram|insta\w*|snap\w*|messenger|signal|discord|en direct)|(?:mp|dm) moi|whatsapp|telegram)\b/,
    illegalAdvice:
      /\b(?:fausse?s? (?:declaration|adresse|facture|attestation|justificatif|identite|nom|papiers?|certificat)|mens|mentez|mentir|faire croire|fais croire|dis(?:-leur)? que (?:tu as perdu|c.est vole)|falsifi\w*|trafiqu\w*|bidouill\w*|pirat\w*|crack\w*|contourn\w*|sans (?:le )?dire|ni vu ni connu|personne (?:ne )?(?:verifie|controle)|fraud\w*|arnaqu\w* l.assurance|court-circuit\w*|shunt\w*|imit\w* (?:la |sa )?signature|opposition (?:bidon|au hasard)|bloque le prelevement|ne paie plus|ne paye plus|revends? (?:ton|le) compte|prete (?:ton|le) compte)\b/,
    crisis: {
      fraud:
        /\b(?:pirat\w+|hack\w+|arnaqu\w+|escroc\w*|escroqu\w+|fraud\w+|usurp\w+|vol[ee]s?|volee?s?|vide mon compte|compte vide|debit\w* (?:non|pas) autoris\w+|achat\w* (?:inconnu|pas moi|que je n)|ce n.est pas moi|faux (?:conseiller|agent|livreur|sms|site|technicien))\b/,
      legal:
        /\b(?:avocat\w*|tribunal|plainte|porte(?:r)? plainte|justice|huissier|mise en demeure|assign\w+|poursui\w+|proces|dgccrf|prud.?hommes|saisi\w* (?:le|la) (?:mediateur|justice|cnil)|procureur|commissariat)\b/,
      press:
        /\b(?:journalist\w*|presse|reportage|emission|tele(?:vision)?|60 millions|que choisir|la une|article sur|redaction|bfm|radio|consommateurs?|enquete sur)\b/,
      danger:
        /\b(?:danger\w*|incendi\w*|feu|brule\w*|fum[ee]\w*|etincel\w+|explos\w+|fuite de gaz|odeur de gaz|sent le gaz|electrocut\w*|blesse\w*|hopital|urgence vitale|mourir|suicid\w*|en finir|menac\w+|violen\w+|agress\w+|bebe|nourrisson|handicap\w*|oxygene|respirat\w+|intoxi\w+|malaise|allerg\w+|tuer|frapp\w+)\b/,
      discrimination:
        /\b(?:racis\w+|discrimin\w+|sexis\w+|homophob\w+|antisemit\w+|islamophob\w+|mon accent|couleur de peau|mes origines|ma religion|mon voile|mon handicap|xenophob\w+|les gens comme (?:vous|toi|nous)|transphob\w+)\b/,
      viral:
        /\b(?:viral\w*|boycot\w+|partag\w+ (?:en masse|partout|massivement)|\d+ ?(?:k|000)? ?(?:partages|vues|retweets|rt)\b|buzz|tourne partout|faites tourner|hashtag|trending|tendance|petition|millions? de vues|tiktok)/,
    },
  },
}
