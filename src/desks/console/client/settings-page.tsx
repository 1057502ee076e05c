// A page's settings: clocks, register, how far the house goes by itself, and the brake.
import { Button, Dropdown, Field, Input, MessageBar, Option, Switch } from '@fluentui/react-components'
import { useCallback, useEffect, useState } from 'react'
import type { PageSettings } from '../../../ports/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'
import { HoursForm } from './hours-form.tsx'

const minuteMs = 60_000
const hourMs = 60 * minuteMs
const modes = ['manual', 'paused', 'automatic'] as const
const defaultPauseMs = 10 * minuteMs
const defaultPrecision = 0.98

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

function PageForm({ page, onSaved }: { page: PageSettings; onSaved(): void }) {
  const { words, tell } = useConsole()
  const [form, setForm] = useState(page)
  const [errors, setErrors] = useState<readonly { field: string; message: string }[]>([])
  async function save() {
    const asked = await api.savePage(form)
    setErrors(
      asked.kind === 'failed' ? ((asked.body as { errors?: typeof errors } | null)?.errors ?? []) : [],
    )
    if (asked.kind === 'ok') {
      tell(words.saved)
      onSaved()
    } else tell(words.failed, 'bad')
  }
  async function brake(pulled: boolean) {
    await api.brake(page.pageId, pulled, pulled ? words.pullBrake : words.liftBrake)
    onSaved()
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
      {page.brake && <MessageBar intent="warning">{words.brakeOn}</MessageBar>}
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
        <Field label={words.register}>
          <Switch
            checked={form.register === 'tu'}
            label={form.register}
            onChange={(_, { checked }) => setForm({ ...form, register: checked ? 'tu' : 'vous' })}
          />
        </Field>
      </div>
      <HoursForm form={form} onChange={setForm} />
      <h3>{words.autonomy}</h3>
      <div className="grid">
        {(Object.keys(form.autonomy) as (keyof PageSettings['autonomy'])[]).map((kind) => (
          <Field key={kind} label={words.kinds[kind]}>
            <Dropdown
              value={words[form.autonomy[kind].mode]}
              selectedOptions={[form.autonomy[kind].mode]}
              onOptionSelect={(_, { optionValue }) =>
                setForm({ ...form, autonomy: { ...form.autonomy, [kind]: autonomyOf(optionValue) } })
              }
            >
              {modes.map((mode) => (
                <Option key={mode} value={mode}>
                  {words[mode]}
                </Option>
              ))}
            </Dropdown>
          </Field>
        ))}
      </div>
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
        <Button onClick={() => void brake(page.brake === null)}>
          {page.brake ? words.liftBrake : words.pullBrake}
        </Button>
      </div>
    </section>
  )
}

function autonomyOf(mode: string | undefined): PageSettings['autonomy']['answer'] {
  if (mode === 'paused') return { mode, pauseMs: defaultPauseMs }
  return mode === 'automatic' ? { mode, precision: defaultPrecision } : { mode: 'manual' }
}
