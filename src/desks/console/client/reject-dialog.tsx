// Why a draft is rejected: one key for the usual reasons, or words of one's own.
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
} from '@fluentui/react-components'
import { useState } from 'react'
import { useConsole } from './context.ts'

export function RejectDialog({
  open,
  onClose,
  onReject,
}: {
  open: boolean
  onClose(): void
  onReject(reason: string): void
}) {
  const { words } = useConsole()
  const [reason, setReason] = useState('')
  return (
    <Dialog open={open} onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface
        onKeyDown={(event) => {
          const preset = words.reasons[Number(event.key) - 1]
          if (preset && !(event.target instanceof HTMLInputElement)) onReject(preset)
        }}
      >
        <DialogBody>
          <DialogTitle>{words.reason}</DialogTitle>
          <DialogContent>
            <div className="reasons">
              {words.reasons.map((preset, at) => (
                <Button key={preset} autoFocus={at === 0} onClick={() => onReject(preset)}>
                  {preset} <kbd>{at + 1}</kbd>
                </Button>
              ))}
            </div>
            <Input
              className="wide"
              value={reason}
              aria-label={words.reason}
              onChange={(_, { value }) => setReason(value)}
              onKeyDown={(event) => event.key === 'Enter' && reason.trim() && onReject(reason)}
            />
          </DialogContent>
          <DialogActions>
            <Button appearance="primary" disabled={reason.trim() === ''} onClick={() => onReject(reason)}>
              {words.reject}
            </Button>
            <Button onClick={onClose}>{words.cancel}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  )
}
