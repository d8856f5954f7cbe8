using Azure;
using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Azure.Storage.Queues;
using Shouwang.Functions;
using Shouwang.Functions.Adjudications;
using Shouwang.Functions.Associations;
using Shouwang.Functions.Backup;
using Shouwang.Functions.Bank;
using Shouwang.Functions.Board;
using Shouwang.Functions.Calls;
using Shouwang.Functions.Channels;
using Shouwang.Functions.Channels.DirectLine;
using Shouwang.Functions.Claims;
using Shouwang.Functions.Contributions;
using Shouwang.Functions.Conversations;
using Shouwang.Functions.CountyPlans;
using Shouwang.Functions.CustomHandler;
using Shouwang.Functions.DiagnosisMatch;
using Shouwang.Functions.Fund;
using Shouwang.Functions.Health;
using Shouwang.Functions.Http;
using Shouwang.Functions.Ledger;
using Shouwang.Functions.Members;
using Shouwang.Functions.OpenApi;
using Shouwang.Functions.Pages;
using Shouwang.Functions.Pages.Board;
using Shouwang.Functions.Papers;
using Shouwang.Functions.Payments;
using Shouwang.Functions.Plans;
using Shouwang.Functions.Poison;
using Shouwang.Functions.Readings;
using Shouwang.Functions.Recognition;
using Shouwang.Functions.Security;
using Shouwang.Functions.Staff;
using Shouwang.Functions.Storage;
using Shouwang.Functions.Storage.Tables;
using Shouwang.Functions.Sweep;
using Shouwang.Functions.TakeTurn;
using Shouwang.Functions.Villages;
using Shouwang.Functions.Volunteers;

if (CopyCommand.Is(args))
    return await CopyCommand.RunAsync(args, Environment.GetEnvironmentVariable, CancellationToken.None);

var builder = WebApplication.CreateSlimBuilder(args);
builder.ListenWhereTheHostSays();
var settings = Settings.From(name => builder.Configuration[name.Replace("__", ":", StringComparison.Ordinal)]);
var keys = new Keys(settings.SigningKey);
TokenCredential? identity = settings.StorageUris is null && settings.RecognizerKey is not null ? null
    : new DefaultAzureCredential(new DefaultAzureCredentialOptions { ManagedIdentityClientId = settings.IdentityClientId, AuthorityHost = settings.AuthorityHost });

// The framework's own lines quote addresses, and those can carry a person's token.
builder.Logging.AddFilter("Microsoft", LogLevel.Warning).AddFilter("System.Net.Http", LogLevel.Warning);
builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 512L * 1024 * 1024);
builder.Services
    .AddSingleton(settings)
    .AddSingleton(keys)
    .AddHttpClient()
    .AddStorage(settings, identity)
    .AddRecognition(settings, identity)
    .AddStaff(settings)
    .AddPages(settings.WebRoot)
    .AddPapersAndClaims()
    .AddAssociations()
    .AddPlans()
    .AddLedger()
    .AddFund()
    .AddCalls()
    .AddVolunteers()
    .AddPayments()
    .AddBank()
    .AddBoard()
    .AddSingleton<ContributionDesk>()
    .AddConversations(Shouwang.Bot.Conversation.Take)
    .AddDirectLine(DirectLineOptions.From(name => builder.Configuration[name], keys, settings.Streaming))
    .AddChannels(name => builder.Configuration[name]);

var app = builder.Build();
// In Azure the deployment has made tables, queues and containers; on a laptop this does.
var storage = settings.Storage is null ? null : new StorageStart(stop => StorageSetup.CreateAsync(app.Services, stop), TimeProvider.System, app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Storage"));
app.UseProblems();
app.UseWordsWhereNothingIs();
app.UseFrontDoor();
app.UseRouting();
app.UseGate();
app.MapReadiness(storage is null ? null : storage.ReadyAsync);
app.MapHealth();
app.MapOpenApi();
app.MapAdjudications();
app.MapReadings();
app.MapDiagnosisMatch();
app.MapVillages();
app.MapAssociations();
app.MapPlans();
app.MapCountyPlans();
app.MapFund();
app.MapClaims();
app.MapMembers();
app.MapStaff();
app.MapCalls();
app.MapVolunteers();
app.MapLedger();
app.MapPayments();
app.MapBank();
app.MapBoard();
app.MapContributions();
app.MapPoison();
app.MapDirectLine();
app.MapPages(app.Services.GetRequiredService<WebFiles>());
app.MapBoardPages();
app.MapChannels();
app.MapQueueFunction("ReadPaper", app.Services.GetRequiredService<PaperReader>().HandleAsync);
app.MapTakeTurn();
app.MapTimerFunction("PublishBoards", app.Services.GetRequiredService<Publisher>().HandleAsync);
app.MapTimerFunction("Sweep", app.Services.GetRequiredService<Sweeper>().HandleAsync);
if (storage is not null)
    app.Lifetime.ApplicationStarted.Register(() => _ = storage.RunAsync(app.Lifetime.ApplicationStopping));
return await app.RunUnderTheHostAsync();
