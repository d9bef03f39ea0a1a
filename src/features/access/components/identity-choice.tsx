import { useMutation } from '@tanstack/react-query'
import { ChevronRight } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { UserIdentity } from '#contract/access'
import { type EntryOutcome, entryChoose } from '#contract/console/entry'
import { callConsole } from '@/api/client'
import { t } from '../entry-text'
import { chooseSentences } from '../messages'
import { RefusedStep } from './refused-step'

type Props = { identities: readonly UserIdentity[]; onOutcome: (outcome: EntryOutcome) => void; onOver: () => void }

/** The identities that a sign-in opens, by name; one press goes in. */
export function IdentityChoice({ identities, onOutcome, onOver }: Props) {
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const choose = useMutation({
    mutationFn: (identity: UserIdentity['id']) => callConsole(entryChoose, { body: { identity } }),
    onSuccess: onOutcome,
  })
  const chosen = choose.isPending || choose.isSuccess ? choose.variables.id : undefined
  return (
    <div className="grid gap-4">
      <RefusedStep title={t('failed.choice')} error={choose.error} sentences={chooseSentences()} onOver={onOver} />
      <ul aria-label={t('choice.list')} className="border-rule border-t">
        {identities.map(({ id, name }, n) => (
          <li key={`${id.type} ${id.id}`} className="border-rule border-b">
            <button
              type="button"
              ref={n === 0 ? first : undefined}
              aria-busy={chosen === id.id || undefined}
              onClick={() => chosen === undefined && choose.mutate(id)}
              className="-mx-2 flex min-h-12 w-[calc(100%+1rem)] items-center justify-between gap-4 rounded-control px-2 py-2 text-left font-medium hover:bg-sunken aria-busy:bg-accent-wash"
            >
              <span className="min-w-0 break-words">{name}</span>
              <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft" />
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
