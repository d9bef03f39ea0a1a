import { notYet } from '../challenges/not-yet'

export const sendConfirmation = notYet
