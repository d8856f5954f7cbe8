namespace Shouwang.Functions.Security;

/// <summary>Who may call an endpoint (访问权限). Without it an endpoint under /api is for administrators.</summary>
/// <param name="Roles">Besides administrators; staff only for the village of their own in the route.</param>
/// <param name="Everybody">No key needed: the endpoint says nothing of any person, or checks the caller itself.</param>
internal sealed record Access(IReadOnlyList<Role> Roles, bool Everybody);

/// <summary>How an endpoint says who may call it, and how it learns who does.</summary>
internal static class AccessRules
{
    static readonly object ActorKey = new();

    /// <summary>Opens the endpoint to staff of these roles: of the route's {village}, or of any village where the route names none.</summary>
    public static TBuilder Allow<TBuilder>(this TBuilder endpoint, params Role[] roles) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Access(roles, Everybody: false));

    /// <summary>Opens the endpoint to everybody.</summary>
    public static TBuilder OpenToAll<TBuilder>(this TBuilder endpoint) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new Access([], Everybody: true));

    /// <summary>Who calls.</summary>
    /// <exception cref="InvalidOperationException">The endpoint is open to everybody, so nobody was asked.</exception>
    public static Actor Actor(this HttpContext http) =>
        http.Items[ActorKey] as Actor ?? throw new InvalidOperationException("This endpoint is open to everybody: there is no actor.");

    public static void SetActor(this HttpContext http, Actor actor) => http.Items[ActorKey] = actor;
}
