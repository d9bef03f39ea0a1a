import { Link } from '@tanstack/react-router'
import { useContext } from 'react'
import type { Corporate } from '#contract/corporates'
import { Instant } from '@/components/feedback/instant'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { FaceContext } from '@/lib/faces'
import { Detail } from './fixed-mark'
import { t as texts } from './text'

type Kept = Pick<Corporate, 'id' | 'tag' | 'feeGroup' | 'acceptedTerms' | 'creationTimestamp'>
type Props = {
  identity: Kept & { baseCurrency?: string | undefined }
  /** Whether the person may see what was charged. */
  charges: boolean
}

/** How the identity is kept: what the bank and the person note beside it. */
export function SettingsSection({ identity, charges: shown }: Props) {
  const face = useContext(FaceContext) ?? 'company'
  const t = texts.to(face)
  const { id, tag, feeGroup, baseCurrency, acceptedTerms, creationTimestamp } = identity
  const charges = shown && (
    <Link to="/charges" className="text-accent underline underline-offset-4">
      {t('charges')}
    </Link>
  )
  return (
    <Section title={t('settings')} actions={charges}>
      <Definitions
        items={[
          { term: t('currency'), description: <Detail>{baseCurrency}</Detail> },
          ...(feeGroup || face === 'company'
            ? [{ term: t('feeGroup'), description: <Detail>{feeGroup}</Detail> }]
            : []),
          { term: t('tag'), description: <Detail>{tag}</Detail> },
          { term: t('id'), description: <span className="font-mono">{id.id}</span> },
          { term: t('since'), description: <Instant at={creationTimestamp} show="date" /> },
          ...(acceptedTerms ? [{ term: t('terms'), description: t('termsAccepted') }] : []),
        ]}
      />
    </Section>
  )
}
