using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using Shouwang.Functions.CustomHandler;

namespace Shouwang.Functions.Tests.CustomHandler;

public sealed class FunctionEndpointsTests : IAsyncLifetime
{
    readonly LinesLogged _log = new();
    readonly List<object> _seen = [];
    WebApplication _app = null!;
    HttpClient _host = null!;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder([$"--{HandlerProcess.PortSetting}=0"]).ListenWhereTheHostSays();
        builder.Logging.ClearProviders().AddProvider(_log);
        _app = builder.Build();
        _app.MapReadiness();
        _app.MapQueueFunction("ReadPaper", (trigger, _) =>
        {
            _seen.Add(trigger);
            return trigger.Message == "fail" ? throw new InvalidOperationException("吕海金 320281196001012345") : Task.CompletedTask;
        });
        _app.MapTimerFunction("Sweep", (trigger, _) =>
        {
            _seen.Add(trigger);
            return Task.CompletedTask;
        });
        await _app.StartAsync();
        _host = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _host.Dispose();
        await _app.DisposeAsync();
    }

    [Fact]
    public async Task Success_answers_with_a_json_object_and_never_with_nothing()
    {
        var response = await Post("ReadPaper", Payloads.Text);

        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"Outputs":{},"Logs":[],"ReturnValue":null}""");
        _seen.ShouldBe([new QueueTrigger("claim 42 ready", 1)]);
    }

    [Fact]
    public async Task A_timer_function_gets_its_tick()
    {
        (await Post("Sweep", Payloads.Timer)).StatusCode.ShouldBe(HttpStatusCode.OK);

        _seen.ShouldBe([new TimerTrigger(IsPastDue: true, new DateTimeOffset(2026, 3, 1, 9, 30, 0, TimeSpan.Zero))]);
    }

    [Fact]
    public async Task An_exception_fails_the_delivery_and_its_text_goes_nowhere()
    {
        var response = await Post("ReadPaper", """{"Data":{"item":"\"fail\""}}""");

        response.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("吕海金");
        var line = _log.Lines.ShouldHaveSingleItem();
        line.ShouldContain("ReadPaper failed (invocation inv-1): InvalidOperationException at Shouwang.Functions.Tests.CustomHandler.FunctionEndpointsTests");
        line.ShouldNotContain("吕海金");
        line.ShouldNotContain("320281196001012345");
    }

    [Theory]
    [InlineData(""), InlineData("not json 吕海金"), InlineData("[]"), InlineData("""{"Data":{}}""")]
    public async Task A_payload_that_is_none_fails_the_delivery(string payload)
    {
        (await Post("ReadPaper", payload)).StatusCode.ShouldBe(HttpStatusCode.BadRequest);

        _seen.ShouldBeEmpty();
        _log.Lines.ShouldHaveSingleItem().ShouldNotContain("吕海金");
    }

    [Fact]
    public async Task The_root_answers_at_once() => (await _host.GetAsync(new Uri("/", UriKind.Relative))).IsSuccessStatusCode.ShouldBeTrue();

    [Fact]
    public void Only_the_loopback_interface_is_served() => new Uri(_app.Urls.Single()).Host.ShouldBe("127.0.0.1");

    [Fact]
    public async Task An_end_of_its_own_is_never_taken_for_good_bye()
    {
        await using var app = WebApplication.CreateSlimBuilder([$"--{HandlerProcess.PortSetting}=0"]).ListenWhereTheHostSays().Build();
        var running = app.RunUnderTheHostAsync();
        await app.StopAsync();

        (await running).ShouldNotBe(0);
    }

    [Theory]
    [InlineData("", "not set"), InlineData("many", "not a port number"), InlineData("99999", "not a port number")]
    public void Without_a_port_it_says_who_should_have_given_one(string port, string says)
    {
        var builder = WebApplication.CreateSlimBuilder([$"--{HandlerProcess.PortSetting}={port}"]);

        Should.Throw<InvalidOperationException>(() => builder.ListenWhereTheHostSays()).Message.ShouldContain(says);
    }

    async Task<HttpResponseMessage> Post(string function, string payload)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/{function}") { Content = new StringContent(payload, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Azure-Functions-InvocationId", "inv-1");
        return await _host.SendAsync(request);
    }

    sealed class LinesLogged : ILoggerProvider, ILogger
    {
        public List<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Warning;
        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Lines.Add(formatter(state, exception) + exception);
        }

        public void Dispose() { }
    }
}
