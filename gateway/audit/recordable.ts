/**
 * The fields of the Multi API's bodies whose values are recorded, by name. Whatever is not here is recorded as given, without its
 * value; a test holds that every field of the contract is on one of the two lists, so that a new one is decided on.
 */
export const recordable: ReadonlySet<string> = new Set([
  ...['id', '_id_', '_user_id_', 'userId', 'linkedUserId', 'profileId', 'parentManagedAccountId'],
  ...['beneficiaryId', 'beneficiaryIds', 'externalRefs', 'resourceIds', 'resourceType', 'type', 'tag', 'userTag'],
  ...['amount', 'currency', 'baseCurrency', 'userCurrency', 'description', 'purpose', 'scheduledTimestamp'],
  ...['cancellationReason', 'feeType', 'feeGroup', 'friendlyName', 'lowBalanceThreshold', 'clearLowBalanceThreshold'],
  // Whom money goes to is what an auditor asks first.
  ...['account', 'accountNumber', 'accountDescriptor', 'iban', 'sortCode', 'bankIdentifierCode'],
  ...['secondaryReference', 'bankName', 'bankAddress', 'bankCountry', 'financialInstitution', 'businessName'],
  ...['fullName', 'name', 'surname', 'group', 'trustLevel', 'acceptVerifiedName'],
  // Where codes and invitations go to: the first step of a takeover is another address.
  ...['email', 'countryCode', 'number', 'cardholderMobileNumber', 'contactNumber', 'resetMobileCounter'],
  ...['nameOnCard', 'nameOnCardLine2', 'mode', 'renewalType', 'brand', 'locale', 'deliveryMethod', 'carrierType'],
  ...['bulkDelivery', 'productReference', 'artworkReference', 'pushProvisioningEnabled', 'walletsEnabled'],
  ...['primaryChannel', 'fallbackChannel', 'authForwardingDefaultTimeoutDecision'],
  ...['allowAtm', 'allowCashback', 'allowContactless', 'allowCreditAuthorisations', 'allowECommerce'],
  ...['allowedMerchantCategories', 'allowedMerchantCountries', 'allowedMerchantIds'],
  ...['blockedMerchantCategories', 'blockedMerchantCountries', 'blockedMerchantIds'],
  ...['interval', 'startTimestamp', 'maxTransactionAmount', 'minTransactionAmount', 'rolloverNegative'],
  ...['updateSpendLimitMethod', 'roles', 'companyPosition', 'industry', 'kycLevel', 'acceptedTerms'],
  ...['registrationNumber', 'registrationCountry', 'webhookInterval', 'country'],
])

/** Secrets, and what is about a person's life and not about the deed. */
export const withheld: ReadonlySet<string> = new Set([
  ...['value', 'verificationCode', 'inviteCode', 'activationCode', 'token', 'nonce', 'clientAssertion'],
  ...['dateOfBirth', 'day', 'month', 'year', 'placeOfBirth', 'nationality', 'countryOfResidence', 'occupation'],
  ...['documentNumber', 'documentType', 'sourceOfFunds', 'sourceOfFundsOther', 'ipAddress'],
  ...['address', 'addressLine1', 'addressLine2', 'city', 'postCode', 'state', 'registrationAddress'],
])

/** Lists of objects that are a setting and not a row of a bulk each. */
export const settings: ReadonlySet<string> = new Set(['spendLimit'])
