/** flow: what all steps of flows share: pages, forms, settings. Depends on no feature. */
package com.mailup.keycloak.flow;
