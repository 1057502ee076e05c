// How far the house goes by itself: for each kind of act, never, after a pause, or above a certainty.
import { Dropdown, Field, Input, Option } from '@fluentui/react-components'
import type { PageSettings } from '../../../ports/index.ts'
import { useConsole } from './context.ts'

type Autonomy = PageSettings['autonomy']['answer']
type Kind = keyof PageSettings['autonomy']

const minuteMs = 60_000
const modes = ['manual', 'paused', 'automatic'] as const
const defaultPauseMs = 10 * minuteMs
const defaultPrecision = 0.98

export interface AutonomyFormProps {
  form: PageSettings
  onChange(form: PageSettings): void
}

export function AutonomyForm({ form, onChange }: AutonomyFormProps) {
  const { words } = useConsole()
  const change = (kind: Kind, autonomy: Autonomy) =>
    onChange({ ...form, autonomy: { ...form.autonomy, [kind]: autonomy } })
  return (
    <>
      <h3>{words.autonomy}</h3>
      <div className="grid">
        {(Object.keys(form.autonomy) as Kind[]).map((kind) => (
          <div key={kind} className="autonomy">
            <Field label={words.kinds[kind]}>
              <Dropdown
                value={words[form.autonomy[kind].mode]}
                selectedOptions={[form.autonomy[kind].mode]}
                onOptionSelect={(_, { optionValue }) => change(kind, autonomyOf(optionValue))}
              >
                {modes.map((mode) => (
                  <Option key={mode} value={mode}>
                    {words[mode]}
                  </Option>
                ))}
              </Dropdown>
            </Field>
            <Measure autonomy={form.autonomy[kind]} onChange={(autonomy) => change(kind, autonomy)} />
          </div>
        ))}
      </div>
    </>
  )
}

/** The one number that the mode needs. */
function Measure({ autonomy, onChange }: { autonomy: Autonomy; onChange(autonomy: Autonomy): void }) {
  const { words } = useConsole()
  if (autonomy.mode === 'manual') return null
  const [label, value] =
    autonomy.mode === 'paused'
      ? [words.pauseMinutes, autonomy.pauseMs / minuteMs]
      : [words.precisionPercent, Math.round(autonomy.precision * 1000) / 10]
  const typed = (number: number): Autonomy =>
    autonomy.mode === 'paused'
      ? { mode: 'paused', pauseMs: Math.round(number * minuteMs) }
      : { mode: 'automatic', precision: number / 100 }
  return (
    <Field label={label}>
      <Input
        type="number"
        value={String(value)}
        onChange={(_, { value: text }) => onChange(typed(Number(text)))}
      />
    </Field>
  )
}

function autonomyOf(mode: string | undefined): Autonomy {
  if (mode === 'paused') return { mode, pauseMs: defaultPauseMs }
  return mode === 'automatic' ? { mode, precision: defaultPrecision } : { mode: 'manual' }
}
