import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { DayClosedPayload, DrawerOpenedPayload } from '../../../shared/model/cash-drawer';
import {
  ContactChangePayload,
  ContactChangeSecret,
  EmailSlipPayload,
  ReadingProof,
  RegistrationPayload,
  RegistrationSecret,
} from '../../../shared/model/customer';
import { DecisionPayload, ReadingCorrectionPayload } from '../../../shared/model/decision';
import { PaymentPayload, PaymentReversalPayload } from '../../../shared/model/payment';
import { ReadingPayload, Submission } from '../../../shared/model/submission';
import { pulledCollections } from '../../../shared/sync/collections';
import { CompareRequest, CompareResponse } from '../../../shared/sync/compare';
import {
  CustomerRenewRequest,
  CustomerRenewResponse,
  CustomerSignInRequest,
  CustomerSignInResponse,
  CustomerSignOutRequest,
  IdentifyRequest,
  IdentifyResponse,
  PasswordChangeRequest,
  PasswordChangeResponse,
  ProfileRequest,
  ProfileResponse,
} from '../../../shared/sync/customer';
import {
  EnrolRequest,
  EnrolResponse,
  Greeting,
  SignInRequest,
  SignInResponse,
  Welcome,
} from '../../../shared/sync/device';
import { OfficeDevicesRequest, OfficeDevicesResponse } from '../../../shared/sync/office-devices';
import { OlderBillingResponse } from '../../../shared/sync/older-billing';
import {
  OfferedOrder,
  PaymentOffersRequest,
  PaymentOffersResponse,
} from '../../../shared/sync/payment-offer';
import { PaymentOrderRequest, PaymentOrderResponse } from '../../../shared/sync/payment-order';
import { Poke } from '../../../shared/sync/poke';
import { Problem } from '../../../shared/sync/problem';
import { PROTOCOL_VERSION } from '../../../shared/sync/protocol';
import { PullQuery, PullResponse } from '../../../shared/sync/pull';
import { ReceiptResponse } from '../../../shared/sync/receipt';
import {
  ImportWaitingRequest,
  ImportWaitingResponse,
  WaitingExport,
} from '../../../shared/sync/sealed-export';
import { SubmissionsRequest, SubmissionsResponse } from '../../../shared/sync/submissions';

const wire = {
  ...pulledCollections,
  Submission,
  ReadingPayload,
  DecisionPayload,
  ReadingCorrectionPayload,
  DrawerOpenedPayload,
  DayClosedPayload,
  RegistrationPayload,
  RegistrationSecret,
  ContactChangePayload,
  ContactChangeSecret,
  ReadingProof,
  EmailSlipPayload,
  PaymentPayload,
  PaymentReversalPayload,
  EnrolRequest,
  EnrolResponse,
  Greeting,
  SignInRequest,
  SignInResponse,
  Welcome,
  Poke,
  Problem,
  PullQuery,
  PullResponse,
  SubmissionsRequest,
  SubmissionsResponse,
  CompareRequest,
  CompareResponse,
  ImportWaitingRequest,
  ImportWaitingResponse,
  WaitingExport,
  IdentifyRequest,
  IdentifyResponse,
  CustomerRenewRequest,
  CustomerRenewResponse,
  CustomerSignInRequest,
  CustomerSignInResponse,
  ProfileRequest,
  ProfileResponse,
  PasswordChangeRequest,
  PasswordChangeResponse,
  CustomerSignOutRequest,
  PaymentOrderRequest,
  PaymentOrderResponse,
  OfferedOrder,
  PaymentOffersRequest,
  PaymentOffersResponse,
  ReceiptResponse,
  OfficeDevicesRequest,
  OfficeDevicesResponse,
  OlderBillingResponse,
};

test('what crosses the wire has the shape of this protocol version', () => {
  const shapes = Object.entries(wire).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input' }),
  ]);
  const hash = createHash('sha256').update(JSON.stringify(shapes)).digest('hex').slice(0, 16);
  expect(
    { version: PROTOCOL_VERSION, hash },
    'The wire has changed shape: raise PROTOCOL_VERSION in shared/sync/protocol.ts, then put the new pair here.',
  ).toEqual({ version: 11, hash: '15768ce6ee37c6c4' });
});
