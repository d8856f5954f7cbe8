using System.Text.Json;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Shouwang.Functions.OpenApi;

namespace Shouwang.Functions.Tests.Interface;

/// <summary>What the host forwards (function.json), what the app answers (routes) and what the interface document says are one thing told three times.</summary>
public sealed class RoutesAgree : IDisposable
{
    readonly WebApplicationFactory<Program> _app = new TestApp();

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Every_forwarded_route_is_answered_by_the_app()
    {
        var answered = Routes().ToList();
        foreach (var (function, route, methods) in Forwarded())
        {
            foreach (var method in methods.Where(method => method is not ("OPTIONS" or "HEAD")))
                answered.Any(answer => answer.Method == method && Covers(route, answer.Route)).ShouldBeTrue($"{function}: {method} {route}");
        }
    }

    [Fact]
    public void Every_answered_route_is_forwarded_by_a_function()
    {
        // The front door takes what nothing else does; a route that only it forwards has been forgotten.
        var forwarded = Forwarded().Where(forward => forward.Function != "FrontDoor").ToList();
        foreach (var (method, route) in Routes().Where(r => r.Route.Length > 0 && !IsTrigger(r.Route)))
            forwarded.Any(forward => forward.Methods.Contains(method) && Covers(forward.Route, route)).ShouldBeTrue($"{method} {route}");
    }

    [Fact]
    public void Every_queue_or_timer_function_is_answered_under_its_name()
    {
        var answered = Routes().ToList();
        foreach (var folder in Functions().Where(f => !f.Root.GetProperty("bindings")[0].GetProperty("type").ValueEquals("httpTrigger")))
            answered.ShouldContain(("POST", folder.Name));
    }

    [Fact]
    public void The_interface_document_describes_every_call_under_api_and_no_other()
    {
        using var document = JsonDocument.Parse(OpenApiEndpoint.Assemble().ToJsonString());
        var described = document.RootElement.GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Where(call => call.Name is "get" or "put" or "post" or "delete").Select(call => $"{call.Name.ToUpperInvariant()} {path.Name[1..]}"));
        described.ShouldBe(Routes().Where(r => r.Route.StartsWith("api/", StringComparison.Ordinal)).Select(r => $"{r.Method} {r.Route}"), ignoreOrder: true);
    }

    /// <summary>A catch-all route covers everything below it.</summary>
    static bool Covers(string forwarded, string answered) =>
        forwarded.IndexOf("{*", StringComparison.Ordinal) is var rest and >= 0 ? answered.StartsWith(forwarded[..rest].TrimEnd('/'), StringComparison.Ordinal) : forwarded == answered;

    IEnumerable<(string Method, string Route)> Routes() =>
        _app.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => (endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []).Where(method => method is not ("OPTIONS" or "HEAD")).Select(method => (method, endpoint.RoutePattern.RawText!.TrimStart('/'))))
            .Distinct();

    static bool IsTrigger(string route) => Functions().Any(function => function.Name == route);

    static IEnumerable<(string Function, string Route, string[] Methods)> Forwarded() =>
        Functions().Select(function => (function.Name, Trigger: function.Root.GetProperty("bindings")[0]))
            .Where(function => function.Trigger.GetProperty("type").ValueEquals("httpTrigger"))
            .Select(function => (function.Name, function.Trigger.GetProperty("route").GetString()!, function.Trigger.GetProperty("methods").EnumerateArray().Select(method => method.GetString()!.ToUpperInvariant()).ToArray()));

    static IEnumerable<(string Name, JsonElement Root)> Functions() =>
        Directory.GetFiles(Path.Combine(TestApp.SourceRoot, "functions"), "function.json", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Select(file => (Path.GetFileName(Path.GetDirectoryName(file)!), JsonDocument.Parse(File.ReadAllText(file)).RootElement));
}
