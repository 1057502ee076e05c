// Where a reply says the opposite of a key point in so many words: before for after, by phone for online.
import type { Lang } from './entry.ts'
import { languages } from './languages/index.ts'
import { plain } from './text.ts'

/** How many pairs stand against each other: one side in the reply alone, the other in the key point alone. */
export function opposedIn(said: string, point: string, lang: Lang): number {
  const [reply, own] = [plain(said), plain(point)]
  return languages[lang].patterns.opposites.filter(([one, other]) => {
    const [replyOne, replyOther] = [one.test(reply), other.test(reply)]
    const [pointOne, pointOther] = [one.test(own), other.test(own)]
    return (
      (replyOne && !replyOther && pointOther && !pointOne) ||
      (replyOther && !replyOne && pointOne && !pointOther)
    )
  }).length
}

/** Ways to reach the brand or to do something that the reply names and the text does not: phone, app, desk, mail. */
export function channelsBeyond(said: string, text: string, lang: Lang): { beyond: number; left: number } {
  const [reply, own] = [plain(said), plain(text)]
  const { channels } = languages[lang].patterns
  return {
    beyond: channels.filter((channel) => channel.test(reply) && !channel.test(own)).length,
    left: channels.filter((channel) => channel.test(own) && !channel.test(reply)).length,
  }
}
