using System.Text.Json;
using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Security;

namespace Shouwang.Functions.Claims;

/// <summary>Folders that staff handed in and that lack papers: found again, finished, given up.</summary>
internal static class FolderEndpoints
{
    const string Claims = "/api/villages/{village}/claims";

    public static void MapFolders(this IEndpointRouteBuilder app)
    {
        var folders = app.MapGroup("").AddEndpointFilter<VillageExists>().Allow(Role.Officer, Role.Checker);
        folders.MapGet(Claims + "/unfinished", UnfinishedAsync);
        folders.MapPost(Claims + "/{claim}/papers", AddAsync);
        folders.MapPost(Claims + "/{claim}/papers/{paper}/remove", RemoveAsync);
        folders.MapPost(Claims + "/{claim}/keep", KeepAsync);
        folders.MapPost(Claims + "/{claim}/drop", DropAsync);
    }

    static async Task<IResult> UnfinishedAsync(string village, FolderDesk desk, CancellationToken stop)
    {
        var open = await desk.UnfinishedAsync(village, stop);
        return JsonText.Answer(writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("folders");
            foreach (var folder in open)
            {
                writer.WriteStartObject();
                writer.WriteString("folder", folder.About.Id);
                writer.WriteString("at", folder.Received);
                if (folder.About.EnteredByName is { } by)
                    writer.WriteString("by", by);
                if (folder.Person is { } person)
                    writer.WriteString("person", person);
                writer.WriteNumber("papers", folder.Open.Papers.Count);
                writer.WriteString("until", folder.Open.Papers.Max(paper => paper.Paper.Received) + TimeSpan.FromDays(FolderClock.Steps[^1]));
                Write(writer, folder.Open);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    /// <summary>How far a folder is, and what it lacks.</summary>
    internal static void Write(Utf8JsonWriter writer, OpenFolder open)
    {
        writer.WriteString("state", open.Waiting ? "reading" : "incomplete");
        writer.WriteStartArray("missing");
        foreach (var kind in open.Set.Missing)
            writer.WriteStringValue(kind);
        writer.WriteEndArray();
        writer.WriteStartArray("conflicts");
        foreach (var conflict in open.Disagreements.Concat(open.Obstacles))
            writer.WriteStringValue(conflict);
        writer.WriteEndArray();
        // Only what was misread can be settled by a person's word; what no paper says has to come.
        writer.WriteBoolean("mayKeep", !open.Waiting && open.Disagreements.Count > 0 && open.Set.Stay is not null && open.Obstacles.Count == 0);
    }

    static async Task<IResult> AddAsync(string village, string claim, HttpContext http, FolderDesk desk, CancellationToken stop)
    {
        await desk.AddAsync(village, claim, await ClaimEndpoints.PhotosAsync(http.Request, stop), http.Actor(), stop);
        return ClaimEndpoints.Accepted(village, claim);
    }

    static async Task<IResult> RemoveAsync(string village, string claim, string paper, FolderDesk desk, CancellationToken stop)
    {
        await desk.RemoveAsync(village, claim, paper, stop);
        return Results.NoContent();
    }

    static async Task<IResult> KeepAsync(string village, string claim, HttpContext http, FolderDesk desk, CancellationToken stop)
    {
        await desk.KeepAsync(village, claim, http.Actor(), stop);
        return Results.NoContent();
    }

    static async Task<IResult> DropAsync(string village, string claim, FolderDesk desk, CancellationToken stop)
    {
        await desk.DropAsync(village, claim, stop);
        return Results.NoContent();
    }
}
