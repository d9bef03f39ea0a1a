export { SecureField } from '@/components/secure/secure-field'
