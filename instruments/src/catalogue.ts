// biome-ignore-all format: generated
// biome-ignore-all assist/source/organizeImports: generated
// Written by `npm run catalogue` from the folders definitions/ and batteries/: change those, then run it again.
import type { Battery, Instrument, TextPack } from '@peerscale/core';
import bat12_1_0_0_instrument from '../definitions/bat12/1.0.0/instrument.json' with { type: 'json' };
import bat23_1_0_0_instrument from '../definitions/bat23/1.0.0/instrument.json' with { type: 'json' };
import bat33_1_0_0_instrument from '../definitions/bat33/1.0.0/instrument.json' with { type: 'json' };
import cbi_1_0_0_instrument from '../definitions/cbi/1.0.0/instrument.json' with { type: 'json' };
import copsoq3Role_1_0_0_instrument from '../definitions/copsoq3-role/1.0.0/instrument.json' with { type: 'json' };
import gjss_1_0_0_instrument from '../definitions/gjss/1.0.0/instrument.json' with { type: 'json' };
import hseMsit35_1_0_0_instrument from '../definitions/hse-msit35/1.0.0/instrument.json' with { type: 'json' };
import ismi9_1_0_0_instrument from '../definitions/ismi9/1.0.0/instrument.json' with { type: 'json' };
import jss_1_0_0_instrument from '../definitions/jss/1.0.0/instrument.json' with { type: 'json' };
import mbiHss_1_0_0_instrument from '../definitions/mbi-hss/1.0.0/instrument.json' with { type: 'json' };
import moaqJss_1_0_0_instrument from '../definitions/moaq-jss/1.0.0/instrument.json' with { type: 'json' };
import olbi_1_0_0_instrument from '../definitions/olbi/1.0.0/instrument.json' with { type: 'json' };
import omsHc15_1_0_0_instrument from '../definitions/oms-hc-15/1.0.0/instrument.json' with { type: 'json' };
import peerReadinessManager_1_0_0_instrument from '../definitions/peer-readiness-manager/1.0.0/instrument.json' with { type: 'json' };
import peerReadinessPeerWorker_1_0_0_instrument from '../definitions/peer-readiness-peer-worker/1.0.0/instrument.json' with { type: 'json' };
import peerReadinessServiceUser_1_0_0_instrument from '../definitions/peer-readiness-service-user/1.0.0/instrument.json' with { type: 'json' };
import peerReadinessStaff_1_0_0_instrument from '../definitions/peer-readiness-staff/1.0.0/instrument.json' with { type: 'json' };
import peerRole_1_0_0_instrument from '../definitions/peer-role/1.0.0/instrument.json' with { type: 'json' };
import peerValues_1_0_0_instrument from '../definitions/peer-values/1.0.0/instrument.json' with { type: 'json' };
import proqol5_1_0_0_instrument from '../definitions/proqol5/1.0.0/instrument.json' with { type: 'json' };
import rhlRole_1_0_0_instrument from '../definitions/rhl-role/1.0.0/instrument.json' with { type: 'json' };
import ribs_1_0_0_instrument from '../definitions/ribs/1.0.0/instrument.json' with { type: 'json' };
import singleItemBurnout_1_0_0_instrument from '../definitions/single-item-burnout/1.0.0/instrument.json' with { type: 'json' };
import smbm14_1_0_0_instrument from '../definitions/smbm14/1.0.0/instrument.json' with { type: 'json' };
import turnoverIntention_1_0_0_instrument from '../definitions/turnover-intention/1.0.0/instrument.json' with { type: 'json' };
import workBurnout_1_0_0_instrument from '../definitions/work-burnout/1.0.0/instrument.json' with { type: 'json' };
import workSatisfaction_1_0_0_instrument from '../definitions/work-satisfaction/1.0.0/instrument.json' with { type: 'json' };
import workStigmaStaff_1_0_0_instrument from '../definitions/work-stigma-staff/1.0.0/instrument.json' with { type: 'json' };
import workStigma_1_0_0_instrument from '../definitions/work-stigma/1.0.0/instrument.json' with { type: 'json' };
import peerReadinessManager_1_0_0_text_cs from '../definitions/peer-readiness-manager/1.0.0/text.cs.json' with { type: 'json' };
import peerReadinessManager_1_0_0_text_en from '../definitions/peer-readiness-manager/1.0.0/text.en.json' with { type: 'json' };
import peerReadinessPeerWorker_1_0_0_text_cs from '../definitions/peer-readiness-peer-worker/1.0.0/text.cs.json' with { type: 'json' };
import peerReadinessPeerWorker_1_0_0_text_en from '../definitions/peer-readiness-peer-worker/1.0.0/text.en.json' with { type: 'json' };
import peerReadinessServiceUser_1_0_0_text_cs from '../definitions/peer-readiness-service-user/1.0.0/text.cs.json' with { type: 'json' };
import peerReadinessServiceUser_1_0_0_text_en from '../definitions/peer-readiness-service-user/1.0.0/text.en.json' with { type: 'json' };
import peerReadinessStaff_1_0_0_text_cs from '../definitions/peer-readiness-staff/1.0.0/text.cs.json' with { type: 'json' };
import peerReadinessStaff_1_0_0_text_en from '../definitions/peer-readiness-staff/1.0.0/text.en.json' with { type: 'json' };
import peerRole_1_0_0_text_cs from '../definitions/peer-role/1.0.0/text.cs.json' with { type: 'json' };
import peerRole_1_0_0_text_en from '../definitions/peer-role/1.0.0/text.en.json' with { type: 'json' };
import peerValues_1_0_0_text_cs from '../definitions/peer-values/1.0.0/text.cs.json' with { type: 'json' };
import peerValues_1_0_0_text_en from '../definitions/peer-values/1.0.0/text.en.json' with { type: 'json' };
import turnoverIntention_1_0_0_text_cs from '../definitions/turnover-intention/1.0.0/text.cs.json' with { type: 'json' };
import turnoverIntention_1_0_0_text_en from '../definitions/turnover-intention/1.0.0/text.en.json' with { type: 'json' };
import workBurnout_1_0_0_text_cs from '../definitions/work-burnout/1.0.0/text.cs.json' with { type: 'json' };
import workBurnout_1_0_0_text_en from '../definitions/work-burnout/1.0.0/text.en.json' with { type: 'json' };
import workSatisfaction_1_0_0_text_cs from '../definitions/work-satisfaction/1.0.0/text.cs.json' with { type: 'json' };
import workSatisfaction_1_0_0_text_en from '../definitions/work-satisfaction/1.0.0/text.en.json' with { type: 'json' };
import workStigmaStaff_1_0_0_text_cs from '../definitions/work-stigma-staff/1.0.0/text.cs.json' with { type: 'json' };
import workStigmaStaff_1_0_0_text_en from '../definitions/work-stigma-staff/1.0.0/text.en.json' with { type: 'json' };
import workStigma_1_0_0_text_cs from '../definitions/work-stigma/1.0.0/text.cs.json' with { type: 'json' };
import workStigma_1_0_0_text_en from '../definitions/work-stigma/1.0.0/text.en.json' with { type: 'json' };
import peerTeamPulse_1_0_0_battery from '../batteries/peer-team-pulse/1.0.0/battery.json' with { type: 'json' };

/** Every definition, in the order in which people look for them: by id, then by version. */
export const instruments: readonly Instrument[] = [
  bat12_1_0_0_instrument,
  bat23_1_0_0_instrument,
  bat33_1_0_0_instrument,
  cbi_1_0_0_instrument,
  copsoq3Role_1_0_0_instrument,
  gjss_1_0_0_instrument,
  hseMsit35_1_0_0_instrument,
  ismi9_1_0_0_instrument,
  jss_1_0_0_instrument,
  mbiHss_1_0_0_instrument,
  moaqJss_1_0_0_instrument,
  olbi_1_0_0_instrument,
  omsHc15_1_0_0_instrument,
  peerReadinessManager_1_0_0_instrument,
  peerReadinessPeerWorker_1_0_0_instrument,
  peerReadinessServiceUser_1_0_0_instrument,
  peerReadinessStaff_1_0_0_instrument,
  peerRole_1_0_0_instrument,
  peerValues_1_0_0_instrument,
  proqol5_1_0_0_instrument,
  rhlRole_1_0_0_instrument,
  ribs_1_0_0_instrument,
  singleItemBurnout_1_0_0_instrument,
  smbm14_1_0_0_instrument,
  turnoverIntention_1_0_0_instrument,
  workBurnout_1_0_0_instrument,
  workSatisfaction_1_0_0_instrument,
  workStigmaStaff_1_0_0_instrument,
  workStigma_1_0_0_instrument,
] as unknown as readonly Instrument[];

/** The wording that may be shipped, a pack a language. */
export const textPacks: readonly TextPack[] = [
  peerReadinessManager_1_0_0_text_cs,
  peerReadinessManager_1_0_0_text_en,
  peerReadinessPeerWorker_1_0_0_text_cs,
  peerReadinessPeerWorker_1_0_0_text_en,
  peerReadinessServiceUser_1_0_0_text_cs,
  peerReadinessServiceUser_1_0_0_text_en,
  peerReadinessStaff_1_0_0_text_cs,
  peerReadinessStaff_1_0_0_text_en,
  peerRole_1_0_0_text_cs,
  peerRole_1_0_0_text_en,
  peerValues_1_0_0_text_cs,
  peerValues_1_0_0_text_en,
  turnoverIntention_1_0_0_text_cs,
  turnoverIntention_1_0_0_text_en,
  workBurnout_1_0_0_text_cs,
  workBurnout_1_0_0_text_en,
  workSatisfaction_1_0_0_text_cs,
  workSatisfaction_1_0_0_text_en,
  workStigmaStaff_1_0_0_text_cs,
  workStigmaStaff_1_0_0_text_en,
  workStigma_1_0_0_text_cs,
  workStigma_1_0_0_text_en,
] as unknown as readonly TextPack[];

/** Which instruments each group is asked in one sitting, by id, then by version. */
export const batteries: readonly Battery[] = [
  peerTeamPulse_1_0_0_battery,
] as unknown as readonly Battery[];
