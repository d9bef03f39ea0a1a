const UNDEFINED = 'UNDEFINED_KYC_FAILURE_REASON'
const person = {
  details: 'Your details',
  checked: [
    'Who you are, by an identity document',
    'That it is really you, by a photograph',
    'Where you live, by a bill or a bank statement',
  ],
  documents: [
    { id: 'identity', label: 'Passport, identity card or driving licence', sample: 'passport.pdf' },
    { id: 'selfie', label: 'Photograph of your face', sample: 'selfie.jpg' },
    { id: 'address', label: 'Proof of address, no older than three months', sample: 'electricity-bill.pdf' },
  ],
  reasons: [
    'DOCUMENTS_UNSATISFACTORY',
    'SELFIE_UNSATISFACTORY',
    'SELFIE_AND_DOCUMENTS_MISMATCH',
    'SUPPLIED_DATA_AND_DOCUMENTS_MISMATCH',
    'LANGUAGE_IN_DOCUMENTS_UNSUPPORTED',
    'UNSUPPORTED_COUNTRY',
    'PEP_STATUS',
    'REJECTED_DUPLICATE',
    'EXPIRED_KYC_DOCUMENTS',
    'OTHER',
    UNDEFINED,
  ],
}

/** What is asked of whom. */
export const wordsByKind = {
  KYB: {
    title: 'Verify the company',
    details: 'Company details',
    micro: true,
    checked: [
      'The company’s entry in the register and its articles',
      'Where the company does business',
      'Who directs the company, and who owns 25% or more of it',
    ],
    documents: [
      { id: 'incorporation', label: 'Certificate of incorporation', sample: 'certificate-of-incorporation.pdf' },
      { id: 'articles', label: 'Articles of association', sample: 'articles-of-association.pdf' },
      { id: 'address', label: 'Proof of business address', sample: 'business-address.pdf' },
      { id: 'owners', label: 'Declaration of directors and owners', sample: 'directors-and-owners.pdf' },
    ],
    reasons: [
      'DOCUMENTS_UNSATISFACTORY',
      'CORPORATE_DETAILS_UNSATISFACTORY',
      'BENEFICIARY_DETAILS_UNSATISFACTORY',
      'REPRESENTATIVE_DETAILS_UNSATISFACTORY',
      'ROOT_USER_UNMATCHED_TO_DIRECTOR_OR_REPRESENTATIVE',
      'SUPPLIED_DATA_AND_DOCUMENTS_MISMATCH',
      'LANGUAGE_IN_DOCUMENTS_UNSUPPORTED',
      'SELFIE_UNSATISFACTORY',
      'SELFIE_AND_DOCUMENTS_MISMATCH',
      'UNSUPPORTED_COUNTRY',
      'EXPIRED_KYC_DOCUMENTS',
      'OTHER',
      'UNDEFINED_REQUIRED_INTERVENTION',
    ],
  },
  KYC: { ...person, title: 'Verify your identity' },
  // Turned down in the words of the company's check, of which it is a part.
  DIRECTOR: {
    ...person,
    title: 'Verify your identity as a director or owner',
    reasons: person.reasons.filter((code) => !['PEP_STATUS', 'REJECTED_DUPLICATE', UNDEFINED].includes(code)),
  },
  USER_KYC: { ...person, title: 'Verify your identity' },
}

/** The words for one check; the lower level of a person's does not ask where they live. */
export function wordsFor({ kind, kycLevel }) {
  const words = wordsByKind[kind]
  if (kycLevel !== 'KYC_LEVEL_1') return words
  const documents = words.documents.filter(({ id }) => id !== 'address')
  return { ...words, documents, checked: words.checked.slice(0, 2) }
}

/** `DOCUMENTS_UNSATISFACTORY` as a person reads it. */
export function readable(code) {
  const text = code
    .toLowerCase()
    .replaceAll('_', ' ')
    .replace('kyc ', 'identity ')
    .replace('pep status', 'politically exposed person')
  return text[0].toUpperCase() + text.slice(1)
}
