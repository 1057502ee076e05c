// When the desk of a page is open: a line a weekday, the country's holidays, and the page's own closures.
import { Field, Input, Textarea } from '@fluentui/react-components'
import { useState } from 'react'
import type { PageSettings } from '../../../ports/index.ts'
import { useConsole } from './context.ts'
import { closuresText, hoursText, parseClosures, parseHours } from './hours-text.ts'

/** A Monday: its week gives the weekdays their names. */
const monday = Date.UTC(2024, 0, 1)
const dayMs = 86_400_000

export function HoursForm({ form, onChange }: { form: PageSettings; onChange(form: PageSettings): void }) {
  const { words, lang } = useConsole()
  const [days, setDays] = useState(() => form.hours.map(hoursText))
  const [closures, setClosures] = useState(() => closuresText(form.closures))
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' })
  const changeDay = (place: number, text: string) => {
    setDays(days.map((day, at) => (at === place ? text : day)))
    onChange({ ...form, hours: form.hours.map((slots, at) => (at === place ? parseHours(text) : slots)) })
  }
  return (
    <>
      <h3>{words.hours}</h3>
      <div className="grid">
        {days.map((text, place) => {
          const name = weekday.format(monday + place * dayMs)
          return (
            <Field key={name} label={name}>
              <Input
                value={text}
                placeholder={words.closed}
                onChange={(_, { value }) => changeDay(place, value)}
              />
            </Field>
          )
        })}
        <Field label={words.zone}>
          <Input value={form.zone} onChange={(_, { value }) => onChange({ ...form, zone: value })} />
        </Field>
        <Field label={words.country}>
          <Input
            value={form.country ?? ''}
            onChange={(_, { value }) => onChange({ ...form, country: value.trim().toUpperCase() || null })}
          />
        </Field>
        <Field label={words.region}>
          <Input
            value={form.region ?? ''}
            onChange={(_, { value }) => onChange({ ...form, region: value.trim().toUpperCase() || null })}
          />
        </Field>
      </div>
      <Field label={words.closures} hint={words.closuresHint}>
        <Textarea
          value={closures}
          rows={3}
          onChange={(_, { value }) => {
            setClosures(value)
            onChange({ ...form, closures: parseClosures(value) })
          }}
        />
      </Field>
    </>
  )
}
