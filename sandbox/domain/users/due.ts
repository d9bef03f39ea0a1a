import { expireChallenge } from '../challenges/expire-challenge'

export const userDue = { 'challenge-expiry': expireChallenge } as const
