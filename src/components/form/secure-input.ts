export type { SecureHandle } from '@/components/secure/secure-field'
