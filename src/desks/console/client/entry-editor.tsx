// One entry in both languages; lists are edited a line each.
import { Button, Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { Entry } from '../../../ports/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'
import { PackLinks } from './pack-links.tsx'

type Lang = 'fr' | 'en'
const langs: readonly Lang[] = ['fr', 'en']

interface Form {
  id: string
  topic: string
  question: Record<Lang, string>
  answer: Record<Lang, string>
  keyPoints: Record<Lang, string>
  variants: Record<Lang, string>
  links: string
  unlinked: readonly string[]
}

type Texts = Partial<Record<Lang, string>>

export const emptyEntry = (question: Texts = {}, answer: Texts = {}): Entry =>
  ({
    id: '',
    topic: 'general',
    question,
    answer,
    keyPoints: [],
    links: [],
    variants: {},
    revision: 0,
  }) as Entry

export function EntryEditor({ entry, onSaved }: { entry: Entry; onSaved(): void }) {
  const { words, person, tell } = useConsole()
  const [form, setForm] = useState(() => toForm(entry))
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([])
  const admin = person.role === 'admin'
  async function save() {
    const asked = await api.saveEntry({ ...kept(entry), ...toEntry(form) })
    const failed =
      asked.kind === 'failed' ? (asked.body as { errors?: typeof errors } | null)?.errors : undefined
    setErrors(failed ?? [])
    if (asked.kind === 'ok') tell(words.saved)
    else tell(words.failed, 'bad')
    onSaved()
  }
  async function remove() {
    await api.removeEntry(entry.id)
    tell(words.saved)
    onSaved()
  }
  const area = (name: 'question' | 'answer' | 'keyPoints' | 'variants', label: string, rows: number) => (
    <div className="pair">
      {langs.map((lang) => (
        <Field key={lang} label={`${label} (${lang})`}>
          <Textarea
            rows={rows}
            resize="vertical"
            readOnly={!admin}
            value={form[name][lang]}
            onChange={(_, { value }) => setForm({ ...form, [name]: { ...form[name], [lang]: value } })}
          />
        </Field>
      ))}
    </div>
  )
  return (
    <article className="editor">
      <div className="pair">
        <Field label={words.id}>
          <Input
            value={form.id}
            readOnly={!admin || entry.revision > 0}
            onChange={(_, { value }) => setForm({ ...form, id: value })}
          />
        </Field>
        <Field label={words.topic}>
          <Input
            value={form.topic}
            readOnly={!admin}
            onChange={(_, { value }) => setForm({ ...form, topic: value })}
          />
        </Field>
      </div>
      {area('question', words.question, 2)}
      {area('answer', words.answer, 5)}
      {area('keyPoints', words.keyPoints, 5)}
      {area('variants', words.variants, 5)}
      <Field label={words.links}>
        <Textarea
          rows={2}
          readOnly={!admin}
          value={form.links}
          onChange={(_, { value }) => setForm({ ...form, links: value })}
        />
      </Field>
      {entry.revision > 0 && (
        <PackLinks
          entryId={entry.id}
          unlinked={form.unlinked}
          onChange={(unlinked) => setForm({ ...form, unlinked })}
        />
      )}
      {errors.length > 0 && (
        <ul className="errors" role="alert">
          {errors.map(({ field, message }) => (
            <li key={field}>
              {field} : {message}
            </li>
          ))}
        </ul>
      )}
      {admin && (
        <div className="acts">
          <Button appearance="primary" onClick={() => void save()}>
            {words.save}
          </Button>
          {entry.revision > 0 && <Button onClick={() => void remove()}>{words.remove}</Button>}
        </div>
      )}
    </article>
  )
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

function toForm(entry: Entry): Form {
  const each = (pick: (lang: Lang) => string) => ({ fr: pick('fr'), en: pick('en') })
  return {
    id: entry.id,
    topic: entry.topic,
    question: each((lang) => entry.question[lang] ?? ''),
    answer: each((lang) => entry.answer[lang] ?? ''),
    keyPoints: each((lang) => entry.keyPoints.map((point) => point[lang] ?? '').join('\n')),
    variants: each((lang) => (entry.variants[lang] ?? []).join('\n')),
    links: entry.links.join('\n'),
    unlinked: entry.unlinked ?? [],
  }
}

/** What this form does not show stays as it is. */
function kept({ validity, source }: Entry) {
  return { ...(validity && { validity }), ...(source && { source }) }
}

/** Key points of the two languages belong together by their place. */
function toEntry(form: Form): Record<string, unknown> {
  const both = (texts: Record<Lang, string>) =>
    Object.fromEntries(langs.flatMap((lang) => (texts[lang].trim() ? [[lang, texts[lang].trim()]] : [])))
  const [fr, en] = langs.map((lang) => linesOf(form.keyPoints[lang]))
  const count = Math.max(fr?.length ?? 0, en?.length ?? 0)
  return {
    id: form.id.trim(),
    topic: form.topic.trim() || 'general',
    question: both(form.question),
    answer: both(form.answer),
    keyPoints: Array.from({ length: count }, (_, at) => both({ fr: fr?.[at] ?? '', en: en?.[at] ?? '' })),
    variants: Object.fromEntries(langs.map((lang) => [lang, linesOf(form.variants[lang])])),
    links: linesOf(form.links),
    ...(form.unlinked.length > 0 && { unlinked: form.unlinked }),
  }
}
