/** flow check: settings of a realm that would do harm, and warnings of them. */
package com.mailup.keycloak.flowcheck;
