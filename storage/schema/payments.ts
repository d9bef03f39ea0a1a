/** What a confirmation challenge is about: one row for each payment, declaration or batch that the code confirms. */
export type SandboxConfirmationTable = {
  challenge_id: string
  resource: string
  /** Id of the payment, linked account or batch. */
  subject: string
}

export type PaymentsTables = {
  sandbox_confirmation: SandboxConfirmationTable
}
