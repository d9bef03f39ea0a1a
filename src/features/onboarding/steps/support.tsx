import { brand } from '@/lib/brand'
import { words } from '../text'

/** Whom to write to: as the gateway's configuration says, or, where it says nothing, in general words. */
export function Support() {
  const { supportEmail } = brand()
  if (!supportEmail) return <p className="mt-2">{words('supportNobody')}</p>
  return (
    <p className="mt-2">
      {words('support')}{' '}
      <a href={`mailto:${supportEmail}`} className="text-accent underline">
        {supportEmail}
      </a>
    </p>
  )
}
