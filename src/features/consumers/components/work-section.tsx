import type { Consumer } from '#contract/consumers'
import { Detail } from '@/components/identity/fixed-mark'
import { t as shared } from '@/components/identity/text'
import { consumerSourceWords, occupationWords } from '@/components/identity/words'
import { Definitions } from '@/components/layout/definition-list'
import { Section } from '@/components/layout/section'
import { t } from '../text'

/** What the person does, and where their money comes from. */
export function WorkSection({ consumer }: { consumer: Consumer }) {
  const { rootUser, sourceOfFunds, sourceOfFundsOther } = consumer
  const { occupation } = rootUser
  const source = sourceOfFunds && (sourceOfFundsOther ?? consumerSourceWords.of(sourceOfFunds))
  return (
    <Section title={t('work')}>
      <Definitions
        items={[
          { term: t('occupation'), description: <Detail>{occupation && occupationWords.of(occupation)}</Detail> },
          { term: shared('source'), description: <Detail>{source}</Detail> },
        ]}
      />
    </Section>
  )
}
