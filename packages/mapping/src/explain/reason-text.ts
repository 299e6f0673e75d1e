import type { ReasonCode, ReportCode } from './codes.ts';

const TEXTS: Readonly<Record<ReasonCode | ReportCode, string>> = {
  'top-unit': 'It is the configured top unit.',
  'uuid-account': 'It has an it account in a system of os2sync_uuid_from_it_systems, which beats the filters on hierarchy, level and type.',
  'in-scope': 'It lies below the top unit and no filter leaves it out.',
  terminated: 'OS2MO does not have it as valid now.',
  'outside-tree': 'The configured top unit is not above it.',
  filtered: 'It or a unit above it is listed in os2sync.filter_orgunit_uuid.',
  hierarchy: 'Its hierarchy is missing or not listed in os2sync.filter_hierarchy_names.',
  'ignored-level': 'Its level is listed in os2sync.ignored.unit_levels.',
  'ignored-type': 'Its type is listed in os2sync.ignored.unit_types.',
  'has-position': 'The person has an engagement, now or coming, in a unit that is transferred.',
  'no-position': 'No engagement, now or coming, lies in a unit that is transferred.',
  'no-user-key': 'No account in a user-key system gives a user name, and os2sync.filter_users_by_it_system asks for one.',
  'parent-cycle': 'The units above it form a circle in OS2MO.',
  'parent-unknown': 'A unit above it has a parent that OS2MO does not know.',
  'invalid-fk-uuid': 'An it account that should hold the FK uuid holds something else.',
  'ambiguous-fk-uuid': 'Several it accounts in one system hold different FK uuids.',
  'duplicate-fk-uuid': 'Another object already has this FK uuid.',
  'no-name': 'It has no name in OS2MO, and FK Organisation demands one.',
  'no-position-name': 'A position has neither a title nor a job function with a name, and FK Organisation demands one.',
  'template-error': 'A configured template could not be rendered.',
  'unknown-class': 'It refers to a class that OS2MO does not know.',
  'unknown-it-system': 'It has an account in an it system that OS2MO does not know.',
  'deletion-refused': 'It would be deleted, but what OS2MO gave cannot be right, so nothing is.',
  'fk-uuid-changed': 'OS2MO now gives it under another FK uuid.',
  autowash: 'It is in FK Organisation, OS2MO does not give it, and os2sync.autowash is on.',
  cut: 'A text was longer than FK Organisation or os2sync.truncate_length allows and was cut.',
  'control-characters': 'A text held characters that FK Organisation cannot store; they were left out.',
  'ended-class': 'A class has ended in OS2MO but is still in use; its last known state counts.',
  'ended-it-system': 'An it system has ended in OS2MO but is still in use; its last known state counts.',
  'address-lookup-failed': 'A street address could not be looked up; what FK Organisation has stays.',
  'kle-without-number': 'A KLE relation without a number was skipped.',
  'kle-without-aspect': 'A KLE relation without an aspect was skipped.',
  'several-managers': 'The unit has several managers; the first in uuid order is sent.',
  'ambiguous-accounts': 'Several accounts in one system could give the FK uuid; the person is sent once, under the OS2MO uuid.',
  'several-user-keys': 'Several accounts in one system could give the user name; the first in uuid order counts.',
  'several-primary': 'Several engagements are primary; the first position counts.',
  'no-cpr': 'The person has no CPR number in OS2MO and is sent without.',
  'invalid-cpr': 'The CPR number in OS2MO is not ten digits; the person is sent without.',
};

/** One plain sentence for every reason and report code, for `explain` and the dashboard. A code of another package is given back as it is. */
export const reasonText = (code: string): string => (isKnown(code) ? TEXTS[code] : code);

const isKnown = (code: string): code is ReasonCode | ReportCode => Object.hasOwn(TEXTS, code);
