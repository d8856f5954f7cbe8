using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Villages;

namespace Shouwang.Functions.Board;

/// <summary>Makes a village's board as it stands now, signed (公示).</summary>
internal sealed class BoardDesk(BoardLoader loader, BoardSigner signer, TimeProvider clock)
{
    public async Task<BoardDocument> MakeAsync(Village village, CancellationToken stop)
    {
        var view = await loader.LoadAsync(village.Code, stop);
        var tree = signer.Sign(view.Statement(view.Entries, view.Figures.At));
        return new BoardDocument(village, view, tree, JsonText.Utf8(writer => BoardJson.Write(writer, village, view, clock.Today(), tree)));
    }
}

/// <summary>A board, ready to be answered, signed or drawn.</summary>
/// <param name="Tree">The signed statement about the ledger's tree.</param>
internal sealed record BoardDocument(Village Village, BoardView View, SignedText Tree, byte[] Json);

/// <summary>Draws a board as another file: a page, a sheet for the village wall. Every renderer that is registered is published beside board.json, with a signature of its own.</summary>
internal interface IBoardRenderer
{
    /// <summary>Name of the file: "board.html".</summary>
    string File { get; }

    string MediaType { get; }

    byte[] Render(BoardDocument board);
}

/// <summary>board.json.</summary>
internal sealed class JsonBoard : IBoardRenderer
{
    public string File => "board.json";

    public string MediaType => "application/json";

    public byte[] Render(BoardDocument board) => board.Json;
}
