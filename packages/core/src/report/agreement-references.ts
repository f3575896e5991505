import type { AgreementReference } from './agreement-report-types.ts';

/** Where the coefficients of an agreement report come from. */
export const agreementReferences: Readonly<Record<AgreementReference, string>> = {
  'cohen-1960': 'Cohen (1960), doi:10.1177/001316446002000104',
  'cohen-1968': 'Cohen (1968), doi:10.1037/h0026256',
  'fleiss-1971': 'Fleiss (1971), doi:10.1037/h0031619',
  'hayes-krippendorff-2007': 'Hayes & Krippendorff (2007), doi:10.1080/19312450709336664',
  'shrout-fleiss-1979': 'Shrout & Fleiss (1979), doi:10.1037/0033-2909.86.2.420',
  'fisher-1915': 'Fisher (1915), doi:10.1093/biomet/10.4.507',
  'bland-altman-1999': 'Bland & Altman (1999), doi:10.1177/096228029900800204',
  'koo-li-2016': 'Koo & Li (2016), doi:10.1016/j.jcm.2016.02.012',
};
