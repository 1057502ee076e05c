// Words without case and accents, so that "Déménagement" is found by "demenag".

/** Lower case, no accents, letters and digits alone, each word after a space. */
export function plainWords(text: string): string {
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
  return words ? ` ${words.join(' ')}` : ''
}
