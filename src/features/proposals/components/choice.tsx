import type { Proposal } from '#contract/console/proposals'
import type { Column } from '@/components/data-table/column'
import { Checkbox } from '@/components/ui/checkbox'
import { sayTotal } from '../say'
import { t } from '../text'

/** A box in each row, above the row's own link. */
export const choiceColumn = (chosen: ReadonlySet<string>, toggle: (id: string) => void): Column<Proposal> => ({
  id: 'choose',
  header: t('choose'),
  always: true,
  priority: 2,
  cell: (proposal) => (
    <span className="relative z-10 inline-block">
      <Checkbox
        checked={chosen.has(proposal.id)}
        onChange={() => toggle(proposal.id)}
        label={
          <span className="sr-only">{t('chooseOne', { what: `${sayTotal(proposal)}, ${proposal.maker.name}` })}</span>
        }
      />
    </span>
  ),
})
