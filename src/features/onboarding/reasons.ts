import type { CheckReason } from '@/api/queries/check-news'
import { sentences } from '@/lib/sentences'

/** What is wrong, and what to do about it, for every reason that a review may give: a new one does not compile without. */
const table = {
  UNDEFINED_REQUIRED_INTERVENTION: 'Something has to be looked at once more. Go through the verification again.',
  UNDEFINED_KYC_FAILURE_REASON: 'Something has to be looked at once more. Go through the verification again.',
  DOCUMENTS_UNSATISFACTORY:
    'A document could not be read, or is not one that counts. Take a sharp photo of the whole page.',
  SUPPLIED_DATA_AND_DOCUMENTS_MISMATCH:
    'What was typed is not what the documents say. Correct one of the two so that they are the same.',
  LANGUAGE_IN_DOCUMENTS_UNSUPPORTED:
    'A document is in a language that cannot be read here. Add a certified translation.',
  SELFIE_UNSATISFACTORY:
    'The photo of the face was not clear enough. Take it again in daylight, without glasses or hat.',
  SELFIE_AND_DOCUMENTS_MISMATCH:
    'The face on the photo could not be matched with the document. Take the photo again, or show a newer document.',
  CORPORATE_DETAILS_UNSATISFACTORY: 'The details of the company are incomplete or could not be confirmed.',
  BENEFICIARY_DETAILS_UNSATISFACTORY:
    'The details of an owner of the company are incomplete or could not be confirmed.',
  REPRESENTATIVE_DETAILS_UNSATISFACTORY:
    'The details of a representative of the company are incomplete or could not be confirmed.',
  OTHER: 'There is another reason; the reviewer’s words say which, where there are any.',
  ROOT_USER_UNMATCHED_TO_DIRECTOR_OR_REPRESENTATIVE:
    'Whoever registered was not found among the directors and representatives. Show that you may act for the company.',
  UNSUPPORTED_COUNTRY: 'Customers of one of the countries that were named cannot be taken.',
  EXPIRED_KYC_DOCUMENTS: 'A document has run out. Show one that is still valid.',
  PEP_STATUS: 'Holders of a public office, and people close to them, need another look that cannot be done here.',
  REJECTED_DUPLICATE: 'There is a customer with the same data already. Sign in with the account you have.',
} as const satisfies Record<CheckReason, string>

const said = sentences('onboarding.reasons', table)

/** The reason in plain words. */
export const reasonText = (reason: CheckReason): string => said()[reason] ?? reason
