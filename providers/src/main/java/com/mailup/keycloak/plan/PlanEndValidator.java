package com.mailup.keycloak.plan;

import java.util.List;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.AbstractStringValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidatorConfig;

/**
 * Makes the user-profile validator {@code mailup-plan-end}: the value is an ISO 8601 date-time with its offset, such as
 * {@code 2026-12-31T23:59:59Z}, or empty. No settings; the message of its error is {@code planEndsAtInvalid}.
 */
public final class PlanEndValidator extends AbstractStringValidator implements ConfiguredProvider {

    @Override
    public String getId() {
        return "mailup-plan-end";
    }

    @Override
    protected boolean isIgnoreEmptyValuesConfigured(ValidatorConfig config) {
        return true;
    }

    @Override
    protected void doValidate(String value, String hint, ValidationContext context, ValidatorConfig config) {
        try {
            PlanEnd.parse(value.strip());
        } catch (IllegalArgumentException e) {
            context.addError(new ValidationError(getId(), hint, "planEndsAtInvalid"));
        }
    }

    @Override
    public String getHelpText() {
        return "An ISO 8601 date-time with its offset, such as 2026-12-31T23:59:59Z.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of();
    }
}
