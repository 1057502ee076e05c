// Where a brake is pulled, and the way to lift it: nothing goes out by itself there.
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components'
import type { PageSettings } from '../../../ports/index.ts'
import { api } from './api.ts'
import { useConsole } from './context.ts'

export function BrakeBars({ page, onLifted }: { page: PageSettings; onLifted(): Promise<void> }) {
  const { words } = useConsole()
  const lift = async (topic?: string) => {
    await api.brake(page.pageId, {
      pulled: false,
      reason: words.liftBrake,
      ...(topic !== undefined && { topic }),
    })
    await onLifted()
  }
  const topics = Object.entries(page.topicBrakes)
  return (
    <>
      {page.brake && (
        <Bar text={`${page.name} · ${words.brakeOn} ${page.brake.reason}`} onLift={() => void lift()} />
      )}
      {topics.map(([topic, { reason }]) => (
        <Bar
          key={topic}
          text={`${page.name}, « ${topic} » · ${words.brakeOn} ${reason}`}
          onLift={() => void lift(topic)}
        />
      ))}
    </>
  )
}

function Bar({ text, onLift }: { text: string; onLift(): void }) {
  const { words } = useConsole()
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>{text}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onLift}>
          {words.liftBrake}
        </Button>
      </MessageBarActions>
    </MessageBar>
  )
}
