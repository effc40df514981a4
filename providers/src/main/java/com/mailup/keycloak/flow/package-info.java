/** flow: the ceremony of a flow step, once: pages, forms, settings. Knows no feature. */
package com.mailup.keycloak.flow;
