import { catalogue } from '@/lib/text'

export const t = catalogue(
  'account-state',
  {
    ACTIVE: 'Active',
    BLOCKED: 'Blocked',
    'BLOCKED.USER': 'Blocked by your company',
    'BLOCKED.SYSTEM': 'Blocked by the provider',
    DESTROYED: 'Removed',
    NOT_ENABLED: 'Not enabled yet',
  },
  { 'BLOCKED.USER': 'Blocked by you' },
)
