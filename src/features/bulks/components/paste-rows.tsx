import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Label } from '@/components/ui/label'
import { Textarea } from '@/components/ui/textarea'
import { t } from '../text'

/** Cells copied in a spreadsheet arrive as text with tabs, which is read like any file. */
export function PasteRows({ onRows }: { onRows: (text: string) => void }) {
  const id = useId()
  const [text, setText] = useState('')
  return (
    <details className="mt-4">
      <summary className="inline-block text-accent underline decoration-1 underline-offset-4">{t('paste')}</summary>
      <div className="mt-3">
        <Label htmlFor={id}>{t('pasteLabel')}</Label>
        <Textarea
          id={id}
          aria-describedby={`${id}-hint`}
          rows={6}
          value={text}
          onChange={(event) => setText(event.target.value)}
          className="mt-1 font-mono text-small"
        />
        <p id={`${id}-hint`} className="mt-1 text-ink-soft text-small">
          {t('pasteHint')}
        </p>
        <Button className="mt-2" disabled={text.trim() === ''} onClick={() => onRows(text)}>
          {t('pasteUse')}
        </Button>
      </div>
    </details>
  )
}
