import { cn } from '@/lib/cn'
import { catalogue } from '@/lib/text'

const t = catalogue('password-strength', {
  weak: 'Strength: weak',
  fair: 'Strength: fair',
  strong: 'Strength: strong',
})
/** The frame counts from 0 to 3; the two lowest are one word to a person. */
const words = ['weak', 'weak', 'fair', 'strong'] as const

/** How hard the typed password is to guess, as its frame says: seen as a line, read aloud when it changes. */
export function PasswordStrength({ score }: { score: number | undefined }) {
  const word = score === undefined ? undefined : (words[score] ?? 'strong')
  const reached = word === undefined ? 0 : { weak: 1, fair: 2, strong: 3 }[word]
  return (
    <div className="mt-1.5 flex h-5 items-center gap-3">
      <span aria-hidden className="flex w-24 gap-1">
        {[1, 2, 3].map((step) => (
          <span key={step} className={cn('h-1 flex-1', step <= reached ? tone(reached) : 'bg-rule')} />
        ))}
      </span>
      <span role="status" className="text-ink-soft text-small">
        {word && t(word)}
      </span>
    </div>
  )
}

const tone = (reached: number) => (reached === 1 ? 'bg-bad' : reached === 2 ? 'bg-wait' : 'bg-good')
