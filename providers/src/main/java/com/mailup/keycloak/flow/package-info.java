/** The ceremony of a flow step, once: pages, forms, typed values. Knows no feature. */
package com.mailup.keycloak.flow;
