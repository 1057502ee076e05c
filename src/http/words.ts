// The words of the server's own pages and refusals, in French and English.

export type Lang = 'fr' | 'en'

/** The language asked for in the address, else chosen before, else the browser's first choice among ours. */
export function langOf(request: { url: string; headers: Headers }): Lang {
  const asked = new URL(request.url).searchParams.get('lang')
  if (asked === 'fr' || asked === 'en') return asked
  const kept = /(?:^|;\s*)lang=(fr|en)\b/.exec(request.headers.get('cookie') ?? '')?.[1]
  if (kept === 'fr' || kept === 'en') return kept
  const first = /\b(fr|en)\b/i.exec(request.headers.get('accept-language') ?? '')
  return first?.[1]?.toLowerCase() === 'fr' ? 'fr' : 'en'
}

const en = {
  home: 'Home',
  badUrl: ['Unreadable address', 'This address cannot be read. Check it for a stray character.'],
  notFound: ['Nothing here', 'There is no such page, or no longer.'],
  wrongMethod: ['Not possible here', 'This address does not accept that kind of request.'],
  tooLarge: ['Too long', 'This is larger than what can be received here. Shorten it and send it again.'],
  wrongType: ['Wrong content type', 'The body must be sent with the content type that this address expects.'],
  notUtf8: ['Unreadable text', 'The text is not valid UTF-8. Send it again in UTF-8.'],
  notJson: ['Unreadable JSON', 'The body is not valid JSON. Check commas, quotes and brackets.'],
  encoded: ['Compressed body', 'Send the body as it is, without compressing it.'],
  cutShort: ['Cut short', 'The request stopped before its end.'],
  foreign: ['Sent from elsewhere', 'This form was not sent from our own pages, so nothing was done.'],
  signIn: ['Sign in first', 'You need to sign in for this.'],
  forbidden: ['Not for your account', 'Your account does not give access to this page.'],
  flood: ['One moment', 'That is a lot at once. Please try again in {seconds} seconds.'],
  slow: ['Too slow', 'This took too long and was given up. Please try again.'],
  broken: [
    'Something went wrong',
    'It is our fault and it was noted. If you write to us, give this reference: {reference}',
  ],
} as const

export type FaultName = Exclude<keyof typeof en, 'home'>

const fr: { home: string } & Record<FaultName, readonly [string, string]> = {
  home: 'Accueil',
  badUrl: [
    'Adresse illisible',
    'Cette adresse ne peut pas être lue. Vérifiez qu’aucun caractère ne s’y est glissé.',
  ],
  notFound: ['Rien ici', 'Cette page n’existe pas, ou n’existe plus.'],
  wrongMethod: ['Impossible ici', 'Cette adresse n’accepte pas ce type de requête.'],
  tooLarge: ['Trop long', 'C’est plus que ce qui peut être reçu ici. Raccourcissez, puis renvoyez.'],
  wrongType: ['Mauvais type de contenu', 'Le contenu doit être envoyé avec le type attendu à cette adresse.'],
  notUtf8: ['Texte illisible', 'Le texte n’est pas en UTF-8. Renvoyez-le en UTF-8.'],
  notJson: [
    'JSON illisible',
    'Le contenu n’est pas du JSON valable. Vérifiez virgules, guillemets et crochets.',
  ],
  encoded: ['Contenu compressé', 'Envoyez le contenu tel quel, sans le compresser.'],
  cutShort: ['Envoi interrompu', 'La requête s’est arrêtée avant la fin.'],
  foreign: ['Envoyé d’ailleurs', 'Ce formulaire ne vient pas de nos pages : rien n’a été fait.'],
  signIn: ['Connectez-vous d’abord', 'Il faut être connecté pour cela.'],
  forbidden: ['Pas avec ce compte', 'Votre compte ne donne pas accès à cette page.'],
  flood: ['Un instant', 'Cela fait beaucoup d’un coup. Réessayez dans {seconds} secondes.'],
  slow: ['Trop lent', 'Cela a pris trop de temps et a été abandonné. Réessayez.'],
  broken: [
    'Un problème est survenu',
    'C’est de notre fait, et c’est noté. Si vous nous écrivez, donnez cette référence : {reference}',
  ],
}

const words = { fr, en }

export const homeWord = (lang: Lang): string => words[lang].home

/** Title and sentence of a refusal, its `{name}` places filled. */
export function faultWords(
  fault: FaultName,
  lang: Lang,
  values: Readonly<Record<string, string>> = {},
): [string, string] {
  const [title, sentence] = words[lang][fault]
  return [title, sentence.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')]
}
