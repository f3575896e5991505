/** NULL of the type of all figures: SELECTs joined by UNION ALL must agree in their types. */
export const NO_NUMBER = 'CAST(NULL AS DOUBLE PRECISION)';
