import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AuditLine } from '#contract/console/audit'
import { CopyButton } from '@/components/feedback/copy-button'
import { Money } from '@/components/feedback/money'
import { type Definition, Definitions } from '@/components/layout/definition-list'
import { formatExact } from '@/lib/dates'
import { sectionLabel } from '../section-words'
import { t } from '../text'
import { OutcomeBadge } from './outcome-badge'
import { PersonName } from './person-name'
import { ThingLink } from './thing-link'

/** Every field of a line but what the call said. */
export function LineFacts({ line }: { line: AuditLine }) {
  const { at, person, role, operation, section, resource, amounts, outcome, status, code } = line
  const { requestRef, proposal, address, seq, id } = line
  const items: (Definition | undefined | false)[] = [
    {
      term: t('when'),
      description: (
        <time dateTime={new Date(at).toISOString()} className="figures">
          {formatExact(at)}
        </time>
      ),
    },
    {
      term: t('person'),
      description: (
        <Beside
          link={person && <SameLink search={{ person: person.id }} label={t('samePerson', { name: person.name })} />}
        >
          <PersonName line={line} />
        </Beside>
      ),
    },
    role !== undefined && { term: t('role'), description: role },
    { term: t('operation'), description: <Id text={operation} /> },
    { term: t('section'), description: sectionLabel(section) },
    resource !== undefined &&
      resource !== proposal && {
        term: t('about'),
        description: (
          <Beside link={<SameLink search={{ resource }} label={t('sameThing')} />}>
            <ThingLink deed={line} id={resource} />
          </Beside>
        ),
      },
    amounts.length > 0 && {
      term: t('amount'),
      description: amounts.map((value) => (
        <span key={value.currency} className="block">
          <Money value={value} />
        </span>
      )),
    },
    { term: t('outcome'), description: <OutcomeBadge outcome={outcome} status={status} /> },
    {
      term: t('status'),
      description: status === 0 ? t('statusNone') : <Id text={[status, code].filter(Boolean).join(' ')} />,
    },
    requestRef !== undefined && { term: t('requestRef'), description: <Id text={requestRef} copy={t('requestRef')} /> },
    proposal !== undefined && {
      term: t('proposal'),
      description: (
        <Beside link={<SameLink search={{ proposal }} label={t('sameThing')} />}>
          <ThingLink deed={{ section: 'proposals', operation: 'proposalGet' }} id={proposal} />
        </Beside>
      ),
    },
    { term: t('address'), description: <Id text={address} /> },
    { term: t('number'), description: <span className="figures">{seq}</span> },
    { term: t('lineId'), description: <Id text={id} copy={t('lineId')} /> },
  ]
  return <Definitions items={items.filter((item): item is Definition => Boolean(item))} />
}

function Id({ text, copy }: { text: string; copy?: string }) {
  return (
    <span className="break-all font-mono">
      {text} {copy && <CopyButton value={text} what={t('theValue', { what: copy })} />}
    </span>
  )
}

const Beside = ({ children, link }: { children: ReactNode; link: ReactNode }) => (
  <span className="flex flex-wrap items-baseline justify-between gap-x-4">
    <span className="min-w-0">{children}</span>
    {link}
  </span>
)

type Same = { search: { person: string } | { resource: string } | { proposal: string }; label: string }

const SameLink = ({ search, label }: Same) => (
  <Link to="/audit" search={search} className="text-accent text-small underline underline-offset-4">
    {label}
  </Link>
)
