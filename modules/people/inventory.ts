import type { Held, Inventory } from "#lib/inventory.ts";

const staff = (entry: Omit<Held, "subject">): Held => ({ subject: "staff", ...entry });
const signIn = (
  personal: string,
  plain: string,
  until: "account" | "session" | "passing" | "provider" = "account",
): Held => staff({ what: "sign-in", why: "sign-in", until, personal, plain });

/** What is held of people who work here, how they sign in, and what happened. */
export const inventory: Inventory = {
  "people.person": staff({
    what: "person",
    why: "work",
    until: "person",
    personal: "name email account_id title",
    plain: "district_id id created_at",
  }),
  "people.grant": staff({
    what: "grant",
    why: "work",
    until: "stays",
    personal: "person_id role from_on until_on granted_by ended_by",
    plain: "district_id id school_id granted_at ended_at grade section_id team_id",
  }),
  "people.invitation": staff({
    what: "invitation",
    why: "sign-in",
    until: "stays",
    personal: "person_id invited_by",
    plain: "district_id id token_hash expires_at invited_at accepted_at withdrawn_at",
  }),
  "people.event": staff({
    what: "event",
    why: "audit",
    until: "log",
    personal: "person_id subject_id because before after",
    plain: "district_id id at action subject_kind",
  }),
  "people.look": staff({
    what: "look",
    why: "audit",
    until: "log",
    personal: "person_id as_person_id address student_ids",
    plain: "district_id id at through because",
  }),
  "people.viewing": staff({
    what: "viewing",
    why: "audit",
    until: "stays",
    personal: "viewer_id as_id because",
    plain: "district_id id session_id started_at until_at ended_at",
  }),
  "people.chain": "district_id log n hash",
  "people.chain_link": "district_id log n row_id hash",
  "people.cut": "district_id log n hash rows before years at",
  "people.retention": "district_id log years",
  // Of whoever tried it last: what the provider said of them.
  "people.sign_on_provider": signIn(
    "test",
    "district_id id kind name issuer settings domains second_factor enabled tested_at created_at",
    "provider",
  ),
  "people.sign_on_rules": "district_id second_factor_roles passwords",
  "sign_in.account_holder": signIn("name email image", "id email_verified created_at updated_at two_factor_enabled"),
  "sign_in.credential": signIn(
    "account_id access_token refresh_token id_token password",
    "id user_id provider_id access_token_expires_at refresh_token_expires_at scope created_at updated_at",
  ),
  "sign_in.identity": signIn("issuer subject account_id email", "district_id linked_at"),
  "sign_in.passkey": signIn(
    "name public_key credential_id",
    "id user_id counter device_type backed_up transports created_at aaguid",
  ),
  "sign_in.two_factor": signIn("secret backup_codes", "id user_id verified failed_verification_count locked_until"),
  "sign_in.session": signIn(
    "ip_address user_agent",
    "id user_id token expires_at created_at updated_at second_factor",
    "session",
  ),
  "sign_in.failed_attempt": signIn("subject", "id kind at", "passing"),
  "sign_in.verification": signIn("identifier value", "id expires_at created_at updated_at", "passing"),
  "sign_in.public_post": {
    subject: "public",
    what: "post",
    why: "flood",
    until: "passing",
    personal: "sender words",
    plain: "n at",
  },
  "sign_in.provider_secret": "district_id provider_id sealed",
  "sign_in.used_proof": "proof expires_at",
};
