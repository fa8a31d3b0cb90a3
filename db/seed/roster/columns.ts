/** The columns of OneRoster's files, in the order of the specification. */
const HEAD = ["sourcedId", "status", "dateLastModified"];
const words = (text: string): string[] => text.trim().split(/\s+/);

export const COLUMNS = {
  orgs: [...HEAD, ...words("name type identifier parentSourcedId")],
  academicSessions: [...HEAD, ...words("title type startDate endDate parentSourcedId schoolYear")],
  courses: [...HEAD, ...words("schoolYearSourcedId title courseCode grades orgSourcedId subjects subjectCodes")],
  classes: [
    ...HEAD,
    ...words("title grades courseSourcedId classCode classType location schoolSourcedId termSourcedIds"),
    ...words("subjects subjectCodes periods"),
  ],
  users: [
    ...HEAD,
    ...words("enabledUser orgSourcedIds role username userIds givenName familyName middleName identifier"),
    ...words("email sms phone agentSourcedIds grades password"),
  ],
  enrollments: [...HEAD, ...words("classSourcedId schoolSourcedId userSourcedId role primary beginDate endDate")],
  demographics: [
    ...HEAD,
    ...words("birthDate sex americanIndianOrAlaskaNative asian blackOrAfricanAmerican"),
    ...words("nativeHawaiianOrOtherPacificIslander white demographicRaceTwoOrMoreRaces hispanicOrLatinoEthnicity"),
    ...words("countryOfBirthCode stateOfBirthAbbreviation cityOfBirth publicSchoolResidenceStatus"),
  ],
} as const satisfies Record<string, readonly string[]>;

/** What 1.2 changed: roles and schools left the user, who may have a preferred name and a number across systems. */
export const COLUMNS_NOW = {
  users: [
    ...HEAD,
    ...words("enabledUser username userIds givenName familyName middleName identifier email sms phone agentSourcedIds"),
    ...words("grades password userMasterIdentifier resourceSourcedIds preferredGivenName preferredMiddleName"),
    ...words("preferredFamilyName primaryOrgSourcedId pronouns"),
  ],
  roles: [...HEAD, ...words("userSourcedId roleType role beginDate endDate orgSourcedId userProfileSourcedId")],
  userProfiles: [
    ...HEAD,
    ...words("userSourcedId profileType vendorId applicationId description credentialType username password"),
  ],
} as const satisfies Record<string, readonly string[]>;

/** Not OneRoster: what a district exports beside it, as OneRoster has no place for programs. */
export const PROGRAM_COLUMNS = words("identifier userSourcedId flag beginDate endDate");

/** Every file that a manifest speaks of. */
export const MANIFEST_FILES = words(
  "academicSessions categories classes classResources courses courseResources demographics enrollments lineItems orgs resources results users",
);
export const MANIFEST_FILES_NOW = words(
  `academicSessions categories classes classResources courses courseResources demographics enrollments lineItems
   lineItemLearningObjectiveIds lineItemScoreScales orgs resources results resultLearningObjectiveIds resultScoreScales
   roles scoreScales userProfiles userResources users`,
);
