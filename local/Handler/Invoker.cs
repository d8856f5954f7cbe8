using System.Net.Http.Headers;
using System.Text.Json;

namespace Shouwang.Local.Handler;

/// <summary>Calls functions of the handler the way the host does: POST /&lt;FunctionName&gt;, answer judged, outputs written.</summary>
sealed class Invoker(HandlerProcess handler, OutputQueues queues, TimeSpan functionTimeout) : IDisposable
{
    readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { Timeout = Timeout.InfiniteTimeSpan };

    public async Task<InvocationResult> InvokeAsync(string function, ReadOnlyMemory<byte> payload, IReadOnlyDictionary<string, string> outputs, CancellationToken stop)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(stop);
        timeout.CancelAfter(functionTimeout);
        try
        {
            var address = await handler.ReadyAsync(timeout.Token);
            using var request = Request(new Uri(address, function), payload);
            using var response = await _http.SendAsync(request, timeout.Token);
            if (!response.IsSuccessStatusCode) return new($"the handler answered {(int)response.StatusCode}.");
            if (response.Content.Headers.ContentType?.MediaType is not ("application/json" or "text/json"))
                return new("the handler's answer is not application/json.");
            var body = await response.Content.ReadAsByteArrayAsync(timeout.Token);
            using var answer = body.Length == 0 ? null : JsonDocument.Parse(body);
            if (answer is null || answer.RootElement.ValueKind == JsonValueKind.Null)
                return new("the handler's answer is empty; the host in Azure would wait for one until functionTimeout and then restart the handler.");
            if (answer.RootElement.ValueKind != JsonValueKind.Object) return new("the handler's answer is not a JSON object.");
            await queues.WriteAsync(HandlerAnswer.Outputs(answer.RootElement, outputs), timeout.Token);
            return InvocationResult.Success;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return new("the stand-in is stopping.");
        }
        catch (OperationCanceledException)
        {
            handler.Restart();
            return new($"no answer within functionTimeout ({functionTimeout}); the handler is restarted, and with it every other call.");
        }
        catch (JsonException)
        {
            return new("the handler's answer is not JSON.");
        }
        catch (HttpRequestException cut)
        {
            return new($"the handler went away during the call ({cut.HttpRequestError}).");
        }
        catch (HandlerGoneException)
        {
            return new("the handler has ended for good.");
        }
        catch (Azure.RequestFailedException refused)
        {
            return new($"an output could not be written: the storage answered {refused.Status} {refused.ErrorCode}.");
        }
    }

    public void Dispose() => _http.Dispose();

    static HttpRequestMessage Request(Uri address, ReadOnlyMemory<byte> payload)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ReadOnlyMemoryContent(payload) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(HostHeaders.InvocationId, Guid.NewGuid().ToString());
        request.Headers.Add(HostHeaders.HostVersion, HostHeaders.Version);
        request.Headers.UserAgent.ParseAdd($"Azure-Functions-Host/{HostHeaders.Version}");
        return request;
    }
}
