using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Ledger;

/// <summary>Answers "no such village" before a call of an unknown village goes any further.</summary>
internal sealed class VillageExists(VillageStore villages) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var village = http.GetRouteValue("village")?.ToString() ?? "";
        return await villages.FindAsync(village, http.RequestAborted) is null ? VillageEndpoints.Unknown() : await next(context);
    }
}
