/** H-316: the attribute under which the tenant lists what it put aside. */
export const errorsName = 'onPremisesProvisioningErrors';
