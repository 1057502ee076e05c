// A page's settings: clocks, register, how far the house goes by itself, and the brake.
import { Button, Dropdown, Field, Input, Option, Switch } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { PageSettings } from '../../../ports/index.ts'
import { api } from './api.ts'
import { AutonomyForm } from './autonomy-form.tsx'
import { BrakeBars } from './brake-bars.tsx'
import { useConsole } from './context.ts'
import { HoursForm } from './hours-form.tsx'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const privateMeans = ['message', 'form', 'none'] as const

export function SettingsPage() {
  const { words } = useConsole()
  const [pages, setPages] = useState<readonly PageSettings[]>([])
  const load = useCallback(async () => {
    const asked = await api.pages()
    if (asked.kind === 'ok') setPages(asked.value.pages)
  }, [])
  useEffect(() => void load(), [load])
  return (
    <main className="page">
      <h1>{words.settings}</h1>
      {pages.map((page) => (
        <PageForm key={`${page.pageId} ${page.version}`} page={page} onSaved={load} />
      ))}
    </main>
  )
}

function PageForm({ page, onSaved }: { page: PageSettings; onSaved(): Promise<void> }) {
  const { words, tell } = useConsole()
  const [form, setForm] = useState(page)
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([])
  async function save() {
    const asked = await api.savePage(form)
    setErrors(
      asked.kind === 'failed' ? ((asked.body as { errors?: typeof errors } | null)?.errors ?? []) : [],
    )
    if (asked.kind === 'failed') return tell(words.failed, 'bad')
    // The form begins anew from what was saved; said before that, a quick hand would type into the one that goes.
    await onSaved()
    tell(words.saved)
  }
  async function pullBrake() {
    await api.brake(page.pageId, { pulled: true, reason: words.pullBrake })
    await onSaved()
  }
  const number = (label: string, value: number, change: (value: number) => PageSettings) => (
    <Field label={label}>
      <Input
        type="number"
        value={String(value)}
        onChange={(_, { value: typed }) => setForm(change(Number(typed)))}
      />
    </Field>
  )
  return (
    <section className="card">
      <h2>{page.name}</h2>
      <BrakeBars page={page} onLifted={onSaved} />
      <div className="grid">
        {number(words.window, form.window.ms / minuteMs, (value) => ({
          ...form,
          window: { ...form.window, ms: value * minuteMs },
        }))}
        {number(words.takeCharge, form.takeChargeMs / minuteMs, (value) => ({
          ...form,
          takeChargeMs: value * minuteMs,
        }))}
        {number(words.answerTime, form.answerMs / hourMs, (value) => ({ ...form, answerMs: value * hourMs }))}
        <Field label={words.signature}>
          <Input
            value={form.signature ?? ''}
            onChange={(_, { value }) => setForm({ ...form, signature: value || null })}
          />
        </Field>
        <Field label={words.privateMeans}>
          <Dropdown
            value={words.privateMeansOf[form.privateMeans]}
            selectedOptions={[form.privateMeans]}
            onOptionSelect={(_, { optionValue }) =>
              setForm({ ...form, privateMeans: privateMeans.find((one) => one === optionValue) ?? 'none' })
            }
          >
            {privateMeans.map((means) => (
              <Option key={means} value={means}>
                {words.privateMeansOf[means]}
              </Option>
            ))}
          </Dropdown>
        </Field>
        <Field label={words.register}>
          <Switch
            checked={form.register === 'tu'}
            label={form.register}
            onChange={(_, { checked }) => setForm({ ...form, register: checked ? 'tu' : 'vous' })}
          />
        </Field>
      </div>
      <HoursForm form={form} onChange={setForm} />
      <AutonomyForm form={form} onChange={setForm} />
      {errors.length > 0 && (
        <ul className="errors" role="alert">
          {errors.map(({ field, message }) => (
            <li key={field}>
              {field} : {message}
            </li>
          ))}
        </ul>
      )}
      <div className="acts">
        <Button appearance="primary" onClick={() => void save()}>
          {words.save}
        </Button>
        {page.brake === null && <Button onClick={() => void pullBrake()}>{words.pullBrake}</Button>}
      </div>
    </section>
  )
}
