import { Check, Copy } from 'lucide-react'
import { useEffect, useState } from 'react'
import { t } from '@/components/text'
import { announce } from './announce'

type Props = {
  value: string
  /** What is copied, in words: "the IBAN". */
  what: string
}

/** Copies a value and says so, to the eye and to the ear. */
export function CopyButton({ value, what }: Props) {
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const back = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(back)
  }, [copied])

  const copy = async () => {
    await navigator.clipboard.writeText(value)
    setCopied(true)
    announce(t('copied'))
  }
  return (
    <button
      type="button"
      onClick={copy}
      aria-label={t('copyOf', { what })}
      className="-my-1 inline-grid size-6 shrink-0 place-items-center rounded-control align-middle text-ink-soft hover:bg-sunken hover:text-ink"
    >
      {copied ? <Check aria-hidden className="size-3.5 text-good" /> : <Copy aria-hidden className="size-3.5" />}
    </button>
  )
}
