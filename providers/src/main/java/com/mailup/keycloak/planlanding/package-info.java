/** plan-landing: where a login ends, by the plan of the account. */
package com.mailup.keycloak.planlanding;
