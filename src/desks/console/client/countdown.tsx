// How long until a draft goes out by itself.
import { Badge } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useConsole } from './context.ts'

export function Countdown({ until }: { until: number }) {
  const { words } = useConsole()
  const [now, setNow] = useState(Date.now())
  useEffect(() => {
    const beat = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(beat)
  }, [])
  const seconds = Math.max(0, Math.round((until - now) / 1000))
  return (
    <Badge color="warning">
      {words.automaticIn} {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
    </Badge>
  )
}
