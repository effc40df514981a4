/** plan-landing: where a login ends, by the plan of whoever signs in. */
package com.mailup.keycloak.planlanding;
