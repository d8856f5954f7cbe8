using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Shouwang.Local.Tests.Support;

namespace Shouwang.Local.Tests.Http;

public sealed class HttpFrontTests(RunningSystem running)
{
    [Fact]
    public async Task A_request_arrives_as_the_client_sent_it()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/echo/320281999201/a/%E6%9D%91?x=1&x=2&q=%20") { Content = new StringContent("守望", Encoding.UTF8, "text/plain") };
        request.Headers.TransferEncodingChunked = true;
        request.Headers.Add("X-Mine", "1");
        request.Headers.Add("X-Azure-Functions-InvocationId", "forged");

        using var response = await running.Http.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Created);
        response.Headers.GetValues("X-Custom").ShouldBe(["yes"]);
        var seen = await response.Content.ReadFromJsonAsync<JsonElement>();
        seen.GetProperty("url").GetString().ShouldBe("/api/echo/320281999201/a/%E6%9D%91?x=1&x=2&q=%20");
        seen.GetProperty("method").GetString().ShouldBe("POST");
        seen.GetProperty("body").GetString().ShouldBe("守望");
        seen.GetProperty("headers").GetProperty("x-mine").GetString().ShouldBe("1");
        Guid.TryParse(seen.GetProperty("headers").GetProperty("x-azure-functions-invocationid").GetString(), out _).ShouldBeTrue();
        seen.GetProperty("headers").GetProperty("x-azure-functions-hostversion").GetString().ShouldNotBeNullOrEmpty();
    }

    [Theory]
    [InlineData("GET", "/api/echo/v")]
    [InlineData("GET", "/api/echo/v/a/b/c")]
    [InlineData("GET", "/API/Echo/v")]
    public async Task Route_templates_match_as_in_the_host(string method, string path) => (await Send(method, path)).ShouldBe(HttpStatusCode.Created);

    [Theory]
    [InlineData("GET", "/")]
    [InlineData("GET", "/echo/v")]
    [InlineData("GET", "/api/echo")]
    [InlineData("DELETE", "/api/echo/v")]
    [InlineData("HEAD", "/api/echo/v")]
    [InlineData("POST", "/Work")]
    [InlineData("POST", "/Tick")]
    public async Task What_no_function_takes_is_not_found(string method, string path) => (await Send(method, path)).ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task A_function_key_opens_functions_that_ask_for_one()
    {
        (await Send("GET", "/api/keyed")).ShouldBe(HttpStatusCode.Unauthorized);
        (await Send("GET", "/api/keyed", "wrong")).ShouldBe(HttpStatusCode.Unauthorized);
        (await Send("GET", "/api/keyed", running.FunctionKey)).ShouldBe(HttpStatusCode.Created);
        (await Send("GET", "/api/keyed", running.System.AdminKey)).ShouldBe(HttpStatusCode.Created);
        (await Send("GET", $"/api/keyed?code={running.FunctionKey}")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Only_the_administrator_key_opens_functions_of_level_admin()
    {
        (await Send("GET", "/api/admin-only", running.FunctionKey)).ShouldBe(HttpStatusCode.Unauthorized);
        (await Send("GET", "/api/admin-only", running.System.AdminKey)).ShouldBe(HttpStatusCode.Created);
        (await Send("GET", $"/api/admin-only?code={running.System.AdminKey}")).ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_web_socket_is_passed_through()
    {
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new UriBuilder(running.System.Address) { Scheme = "ws", Path = "/api/socket" }.Uri, CancellationToken.None);
        var buffer = new byte[16];

        var received = await socket.ReceiveAsync(buffer, CancellationToken.None);

        Encoding.UTF8.GetString(buffer, 0, received.Count).ShouldBe("hello");
    }

    async Task<HttpStatusCode> Send(string method, string path, string? key = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (key is not null) request.Headers.Add("x-functions-key", key);
        using var response = await running.Http.SendAsync(request);
        return response.StatusCode;
    }
}
