// The thread told to search engines as schema.org's QAPage (https://schema.org/QAPage), public parts alone.
import { Html } from './html.ts'
import { anchorOf, type Reading, threadPath } from './layout.ts'
import { headline } from './rich-text.ts'
import type { ShownPost, ShownThread } from './view.ts'

/** Null for what has no public text. The script is data, not code: no policy lets it run, and nothing breaks out of it. */
export function questionData(reading: Reading, thread: ShownThread): Html | null {
  const { question } = thread
  if (question.text === null || question.gone !== null) return null
  const address = reading.url.origin + threadPath(reading.settings, thread.id)
  const answers = thread.answers.filter((post) => post.text !== null && post.gone === null && !post.private)
  const given = answers.filter((post) => !post.asker)
  const accepted = given.find(isAccepted) ?? given.find(({ official }) => official)
  const answer = (post: ShownPost) => ({
    '@type': 'Answer',
    text: post.text,
    dateCreated: new Date(post.at).toISOString(),
    upvoteCount: post.likes,
    url: `${address}#${anchorOf(post.externalId)}`,
    author: { '@type': post.official ? 'Organization' : 'Person', name: post.author },
  })
  const data = {
    '@context': 'https://schema.org',
    '@type': 'QAPage',
    mainEntity: {
      '@type': 'Question',
      name: headline(question.text, 110),
      text: question.text,
      ...(thread.lang !== 'other' && { inLanguage: thread.lang }),
      answerCount: given.length,
      upvoteCount: question.likes,
      dateCreated: new Date(question.at).toISOString(),
      url: address,
      author: { '@type': 'Person', name: question.author },
      ...(accepted && { acceptedAnswer: answer(accepted) }),
      suggestedAnswer: given.filter((post) => post !== accepted && post.mark !== 'corrected').map(answer),
    },
  }
  const safe = JSON.stringify(data).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  return new Html(`<script type="application/ld+json">${safe}</script>`)
}

const isAccepted = ({ mark, solved }: ShownPost): boolean =>
  mark === 'validated' || mark === 'completed' || (solved && mark !== 'corrected')
