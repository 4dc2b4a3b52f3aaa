import { createRequire as __cr } from 'node:module'; const require = __cr(import.meta.url);
import {
  planFolders
} from "./chunk-W4IV64AI.js";
import {
  LfsFailure,
  configOf,
  failureOf,
  fileOf,
  firstParent,
  folderResults,
  lfsRanges,
  placeIn,
  planRepository,
  quote,
  readParts,
  writePart
} from "./chunk-D4PRDLHB.js";
import {
  bringTrees,
  measureCases,
  treeOf
} from "./chunk-SFEMBHW3.js";
import {
  matrixOf,
  noShare,
  readShare
} from "./chunk-R2AFZ2L5.js";
import {
  getInput,
  getMultilineInput,
  jobLog,
  mostAnnotations,
  require_tunnel,
  require_undici,
  setOutput,
  setSecret,
  summary
} from "./chunk-GBA35UQ4.js";
import "./chunk-SVRW3PMT.js";
import {
  closeRepository,
  fetchCommits,
  findCheckout,
  isRefName,
  listTree,
  localCommit,
  mergeBase,
  objectId,
  openRepository,
  parentsOf,
  remoteCommit
} from "./chunk-OT4ONOMH.js";
import {
  decide
} from "./chunk-GGDLLHHV.js";
import "./chunk-HMNQWSDJ.js";
import "./chunk-QT7MOWV5.js";
import "./chunk-NBNMH6FY.js";
import "./chunk-S7DBZIKV.js";
import "./chunk-UYBB2FPU.js";
import "./chunk-DDJIOGBJ.js";
import "./chunk-V5LKN2LJ.js";
import {
  markerOf,
  renderReport,
  stampIn,
  stampSize,
  stamped,
  unstamped
} from "./chunk-7R6SHNQE.js";
import "./chunk-RHWYGJMU.js";
import {
  sortedChecks,
  verdictSentence
} from "./chunk-2JN5FKMZ.js";
import "./chunk-3TWQLETA.js";
import "./chunk-PTBSFD6O.js";
import {
  version
} from "./chunk-BMWBNYSS.js";
import "./chunk-ULP5QT45.js";
import {
  FlopgateError,
  fail,
  problem,
  unreachable
} from "./chunk-3BSD2VQC.js";
import "./chunk-XNNL2VAW.js";
import {
  __commonJS,
  __require,
  __toESM
} from "./chunk-FA6EQWUK.js";

// node_modules/@actions/github/node_modules/@actions/http-client/lib/proxy.js
var require_proxy = __commonJS({
  "node_modules/@actions/github/node_modules/@actions/http-client/lib/proxy.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.getProxyUrl = getProxyUrl;
    exports.checkBypass = checkBypass;
    function getProxyUrl(reqUrl) {
      const usingSsl = reqUrl.protocol === "https:";
      if (checkBypass(reqUrl)) {
        return void 0;
      }
      const proxyVar = (() => {
        if (usingSsl) {
          return process.env["https_proxy"] || process.env["HTTPS_PROXY"];
        } else {
          return process.env["http_proxy"] || process.env["HTTP_PROXY"];
        }
      })();
      if (proxyVar) {
        try {
          return new DecodedURL(proxyVar);
        } catch (_a) {
          if (!proxyVar.startsWith("http://") && !proxyVar.startsWith("https://"))
            return new DecodedURL(`http://${proxyVar}`);
        }
      } else {
        return void 0;
      }
    }
    function checkBypass(reqUrl) {
      if (!reqUrl.hostname) {
        return false;
      }
      const reqHost = reqUrl.hostname;
      if (isLoopbackAddress(reqHost)) {
        return true;
      }
      const noProxy = process.env["no_proxy"] || process.env["NO_PROXY"] || "";
      if (!noProxy) {
        return false;
      }
      let reqPort;
      if (reqUrl.port) {
        reqPort = Number(reqUrl.port);
      } else if (reqUrl.protocol === "http:") {
        reqPort = 80;
      } else if (reqUrl.protocol === "https:") {
        reqPort = 443;
      }
      const upperReqHosts = [reqUrl.hostname.toUpperCase()];
      if (typeof reqPort === "number") {
        upperReqHosts.push(`${upperReqHosts[0]}:${reqPort}`);
      }
      for (const upperNoProxyItem of noProxy.split(",").map((x) => x.trim().toUpperCase()).filter((x) => x)) {
        if (upperNoProxyItem === "*" || upperReqHosts.some((x) => x === upperNoProxyItem || x.endsWith(`.${upperNoProxyItem}`) || upperNoProxyItem.startsWith(".") && x.endsWith(`${upperNoProxyItem}`))) {
          return true;
        }
      }
      return false;
    }
    function isLoopbackAddress(host) {
      const hostLower = host.toLowerCase();
      return hostLower === "localhost" || hostLower.startsWith("127.") || hostLower.startsWith("[::1]") || hostLower.startsWith("[0:0:0:0:0:0:0:1]");
    }
    var DecodedURL = class extends URL {
      constructor(url, base) {
        super(url, base);
        this._decodedUsername = decodeURIComponent(super.username);
        this._decodedPassword = decodeURIComponent(super.password);
      }
      get username() {
        return this._decodedUsername;
      }
      get password() {
        return this._decodedPassword;
      }
    };
  }
});

// node_modules/@actions/github/node_modules/@actions/http-client/lib/index.js
var require_lib = __commonJS({
  "node_modules/@actions/github/node_modules/@actions/http-client/lib/index.js"(exports) {
    "use strict";
    var __createBinding = exports && exports.__createBinding || (Object.create ? (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      var desc = Object.getOwnPropertyDescriptor(m, k);
      if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) {
        desc = { enumerable: true, get: function() {
          return m[k];
        } };
      }
      Object.defineProperty(o, k2, desc);
    }) : (function(o, m, k, k2) {
      if (k2 === void 0) k2 = k;
      o[k2] = m[k];
    }));
    var __setModuleDefault = exports && exports.__setModuleDefault || (Object.create ? (function(o, v) {
      Object.defineProperty(o, "default", { enumerable: true, value: v });
    }) : function(o, v) {
      o["default"] = v;
    });
    var __importStar = exports && exports.__importStar || /* @__PURE__ */ (function() {
      var ownKeys = function(o) {
        ownKeys = Object.getOwnPropertyNames || function(o2) {
          var ar = [];
          for (var k in o2) if (Object.prototype.hasOwnProperty.call(o2, k)) ar[ar.length] = k;
          return ar;
        };
        return ownKeys(o);
      };
      return function(mod) {
        if (mod && mod.__esModule) return mod;
        var result = {};
        if (mod != null) {
          for (var k = ownKeys(mod), i = 0; i < k.length; i++) if (k[i] !== "default") __createBinding(result, mod, k[i]);
        }
        __setModuleDefault(result, mod);
        return result;
      };
    })();
    var __awaiter2 = exports && exports.__awaiter || function(thisArg, _arguments, P, generator) {
      function adopt(value) {
        return value instanceof P ? value : new P(function(resolve3) {
          resolve3(value);
        });
      }
      return new (P || (P = Promise))(function(resolve3, reject) {
        function fulfilled(value) {
          try {
            step(generator.next(value));
          } catch (e) {
            reject(e);
          }
        }
        function rejected(value) {
          try {
            step(generator["throw"](value));
          } catch (e) {
            reject(e);
          }
        }
        function step(result) {
          result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
        }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
      });
    };
    Object.defineProperty(exports, "__esModule", { value: true });
    exports.HttpClient = exports.HttpClientResponse = exports.HttpClientError = exports.MediaTypes = exports.Headers = exports.HttpCodes = void 0;
    exports.getProxyUrl = getProxyUrl;
    exports.isHttps = isHttps;
    var http = __importStar(__require("http"));
    var https = __importStar(__require("https"));
    var pm = __importStar(require_proxy());
    var tunnel = __importStar(require_tunnel());
    var undici_1 = require_undici();
    var HttpCodes;
    (function(HttpCodes2) {
      HttpCodes2[HttpCodes2["OK"] = 200] = "OK";
      HttpCodes2[HttpCodes2["MultipleChoices"] = 300] = "MultipleChoices";
      HttpCodes2[HttpCodes2["MovedPermanently"] = 301] = "MovedPermanently";
      HttpCodes2[HttpCodes2["ResourceMoved"] = 302] = "ResourceMoved";
      HttpCodes2[HttpCodes2["SeeOther"] = 303] = "SeeOther";
      HttpCodes2[HttpCodes2["NotModified"] = 304] = "NotModified";
      HttpCodes2[HttpCodes2["UseProxy"] = 305] = "UseProxy";
      HttpCodes2[HttpCodes2["SwitchProxy"] = 306] = "SwitchProxy";
      HttpCodes2[HttpCodes2["TemporaryRedirect"] = 307] = "TemporaryRedirect";
      HttpCodes2[HttpCodes2["PermanentRedirect"] = 308] = "PermanentRedirect";
      HttpCodes2[HttpCodes2["BadRequest"] = 400] = "BadRequest";
      HttpCodes2[HttpCodes2["Unauthorized"] = 401] = "Unauthorized";
      HttpCodes2[HttpCodes2["PaymentRequired"] = 402] = "PaymentRequired";
      HttpCodes2[HttpCodes2["Forbidden"] = 403] = "Forbidden";
      HttpCodes2[HttpCodes2["NotFound"] = 404] = "NotFound";
      HttpCodes2[HttpCodes2["MethodNotAllowed"] = 405] = "MethodNotAllowed";
      HttpCodes2[HttpCodes2["NotAcceptable"] = 406] = "NotAcceptable";
      HttpCodes2[HttpCodes2["ProxyAuthenticationRequired"] = 407] = "ProxyAuthenticationRequired";
      HttpCodes2[HttpCodes2["RequestTimeout"] = 408] = "RequestTimeout";
      HttpCodes2[HttpCodes2["Conflict"] = 409] = "Conflict";
      HttpCodes2[HttpCodes2["Gone"] = 410] = "Gone";
      HttpCodes2[HttpCodes2["TooManyRequests"] = 429] = "TooManyRequests";
      HttpCodes2[HttpCodes2["InternalServerError"] = 500] = "InternalServerError";
      HttpCodes2[HttpCodes2["NotImplemented"] = 501] = "NotImplemented";
      HttpCodes2[HttpCodes2["BadGateway"] = 502] = "BadGateway";
      HttpCodes2[HttpCodes2["ServiceUnavailable"] = 503] = "ServiceUnavailable";
      HttpCodes2[HttpCodes2["GatewayTimeout"] = 504] = "GatewayTimeout";
    })(HttpCodes || (exports.HttpCodes = HttpCodes = {}));
    var Headers;
    (function(Headers2) {
      Headers2["Accept"] = "accept";
      Headers2["ContentType"] = "content-type";
    })(Headers || (exports.Headers = Headers = {}));
    var MediaTypes;
    (function(MediaTypes2) {
      MediaTypes2["ApplicationJson"] = "application/json";
    })(MediaTypes || (exports.MediaTypes = MediaTypes = {}));
    function getProxyUrl(serverUrl) {
      const proxyUrl = pm.getProxyUrl(new URL(serverUrl));
      return proxyUrl ? proxyUrl.href : "";
    }
    var HttpRedirectCodes = [
      HttpCodes.MovedPermanently,
      HttpCodes.ResourceMoved,
      HttpCodes.SeeOther,
      HttpCodes.TemporaryRedirect,
      HttpCodes.PermanentRedirect
    ];
    var HttpResponseRetryCodes = [
      HttpCodes.BadGateway,
      HttpCodes.ServiceUnavailable,
      HttpCodes.GatewayTimeout
    ];
    var RetryableHttpVerbs = ["OPTIONS", "GET", "DELETE", "HEAD"];
    var ExponentialBackoffCeiling = 10;
    var ExponentialBackoffTimeSlice = 5;
    var HttpClientError = class _HttpClientError extends Error {
      constructor(message, statusCode) {
        super(message);
        this.name = "HttpClientError";
        this.statusCode = statusCode;
        Object.setPrototypeOf(this, _HttpClientError.prototype);
      }
    };
    exports.HttpClientError = HttpClientError;
    var HttpClientResponse = class {
      constructor(message) {
        this.message = message;
      }
      readBody() {
        return __awaiter2(this, void 0, void 0, function* () {
          return new Promise((resolve3) => __awaiter2(this, void 0, void 0, function* () {
            let output = Buffer.alloc(0);
            this.message.on("data", (chunk) => {
              output = Buffer.concat([output, chunk]);
            });
            this.message.on("end", () => {
              resolve3(output.toString());
            });
          }));
        });
      }
      readBodyBuffer() {
        return __awaiter2(this, void 0, void 0, function* () {
          return new Promise((resolve3) => __awaiter2(this, void 0, void 0, function* () {
            const chunks = [];
            this.message.on("data", (chunk) => {
              chunks.push(chunk);
            });
            this.message.on("end", () => {
              resolve3(Buffer.concat(chunks));
            });
          }));
        });
      }
    };
    exports.HttpClientResponse = HttpClientResponse;
    function isHttps(requestUrl) {
      const parsedUrl = new URL(requestUrl);
      return parsedUrl.protocol === "https:";
    }
    var HttpClient2 = class {
      constructor(userAgent2, handlers, requestOptions) {
        this._ignoreSslError = false;
        this._allowRedirects = true;
        this._allowRedirectDowngrade = false;
        this._maxRedirects = 50;
        this._allowRetries = false;
        this._maxRetries = 1;
        this._keepAlive = false;
        this._disposed = false;
        this.userAgent = this._getUserAgentWithOrchestrationId(userAgent2);
        this.handlers = handlers || [];
        this.requestOptions = requestOptions;
        if (requestOptions) {
          if (requestOptions.ignoreSslError != null) {
            this._ignoreSslError = requestOptions.ignoreSslError;
          }
          this._socketTimeout = requestOptions.socketTimeout;
          if (requestOptions.allowRedirects != null) {
            this._allowRedirects = requestOptions.allowRedirects;
          }
          if (requestOptions.allowRedirectDowngrade != null) {
            this._allowRedirectDowngrade = requestOptions.allowRedirectDowngrade;
          }
          if (requestOptions.maxRedirects != null) {
            this._maxRedirects = Math.max(requestOptions.maxRedirects, 0);
          }
          if (requestOptions.keepAlive != null) {
            this._keepAlive = requestOptions.keepAlive;
          }
          if (requestOptions.allowRetries != null) {
            this._allowRetries = requestOptions.allowRetries;
          }
          if (requestOptions.maxRetries != null) {
            this._maxRetries = requestOptions.maxRetries;
          }
        }
      }
      options(requestUrl, additionalHeaders) {
        return __awaiter2(this, void 0, void 0, function* () {
          return this.request("OPTIONS", requestUrl, null, additionalHeaders || {});
        });
      }
      get(requestUrl, additionalHeaders) {
        return __awaiter2(this, void 0, void 0, function* () {
          return this.request("GET", requestUrl, null, additionalHeaders || {});
        });
      }
      del(requestUrl, additionalHeaders) {
        return __awaiter2(this, void 0, void 0, function* () {
          return this.request("DELETE", requestUrl, null, additionalHeaders || {});
        });
      }
      post(requestUrl, data, additionalHeaders) {
        return __awaiter2(this, void 0, void 0, function* () {
          return this.request("POST", requestUrl, data, additionalHeaders || {});
        });
      }
      patch(requestUrl, data, additionalHeaders) {
        return __awaiter2(this, void 0, void 0, function* () {
          return this.request("PATCH", requestUrl, data, additionalHeaders || {});
        });
      }
      put(requestUrl, data, additionalHeaders) {
        return __awaiter2(this, void 0, void 0, function* () {
          return this.request("PUT", requestUrl, data, additionalHeaders || {});
        });
      }
      head(requestUrl, additionalHeaders) {
        return __awaiter2(this, void 0, void 0, function* () {
          return this.request("HEAD", requestUrl, null, additionalHeaders || {});
        });
      }
      sendStream(verb, requestUrl, stream, additionalHeaders) {
        return __awaiter2(this, void 0, void 0, function* () {
          return this.request(verb, requestUrl, stream, additionalHeaders);
        });
      }
      /**
       * Gets a typed object from an endpoint
       * Be aware that not found returns a null.  Other errors (4xx, 5xx) reject the promise
       */
      getJson(requestUrl_1) {
        return __awaiter2(this, arguments, void 0, function* (requestUrl, additionalHeaders = {}) {
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          const res = yield this.get(requestUrl, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      postJson(requestUrl_1, obj_1) {
        return __awaiter2(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.post(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      putJson(requestUrl_1, obj_1) {
        return __awaiter2(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.put(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      patchJson(requestUrl_1, obj_1) {
        return __awaiter2(this, arguments, void 0, function* (requestUrl, obj, additionalHeaders = {}) {
          const data = JSON.stringify(obj, null, 2);
          additionalHeaders[Headers.Accept] = this._getExistingOrDefaultHeader(additionalHeaders, Headers.Accept, MediaTypes.ApplicationJson);
          additionalHeaders[Headers.ContentType] = this._getExistingOrDefaultContentTypeHeader(additionalHeaders, MediaTypes.ApplicationJson);
          const res = yield this.patch(requestUrl, data, additionalHeaders);
          return this._processResponse(res, this.requestOptions);
        });
      }
      /**
       * Makes a raw http request.
       * All other methods such as get, post, patch, and request ultimately call this.
       * Prefer get, del, post and patch
       */
      request(verb, requestUrl, data, headers) {
        return __awaiter2(this, void 0, void 0, function* () {
          if (this._disposed) {
            throw new Error("Client has already been disposed.");
          }
          const parsedUrl = new URL(requestUrl);
          let info = this._prepareRequest(verb, parsedUrl, headers);
          const maxTries = this._allowRetries && RetryableHttpVerbs.includes(verb) ? this._maxRetries + 1 : 1;
          let numTries = 0;
          let response;
          do {
            response = yield this.requestRaw(info, data);
            if (response && response.message && response.message.statusCode === HttpCodes.Unauthorized) {
              let authenticationHandler;
              for (const handler2 of this.handlers) {
                if (handler2.canHandleAuthentication(response)) {
                  authenticationHandler = handler2;
                  break;
                }
              }
              if (authenticationHandler) {
                return authenticationHandler.handleAuthentication(this, info, data);
              } else {
                return response;
              }
            }
            let redirectsRemaining = this._maxRedirects;
            while (response.message.statusCode && HttpRedirectCodes.includes(response.message.statusCode) && this._allowRedirects && redirectsRemaining > 0) {
              const redirectUrl = response.message.headers["location"];
              if (!redirectUrl) {
                break;
              }
              const parsedRedirectUrl = new URL(redirectUrl);
              if (parsedUrl.protocol === "https:" && parsedUrl.protocol !== parsedRedirectUrl.protocol && !this._allowRedirectDowngrade) {
                throw new Error("Redirect from HTTPS to HTTP protocol. This downgrade is not allowed for security reasons. If you want to allow this behavior, set the allowRedirectDowngrade option to true.");
              }
              yield response.readBody();
              if (parsedRedirectUrl.hostname !== parsedUrl.hostname) {
                for (const header in headers) {
                  if (header.toLowerCase() === "authorization") {
                    delete headers[header];
                  }
                }
              }
              info = this._prepareRequest(verb, parsedRedirectUrl, headers);
              response = yield this.requestRaw(info, data);
              redirectsRemaining--;
            }
            if (!response.message.statusCode || !HttpResponseRetryCodes.includes(response.message.statusCode)) {
              return response;
            }
            numTries += 1;
            if (numTries < maxTries) {
              yield response.readBody();
              yield this._performExponentialBackoff(numTries);
            }
          } while (numTries < maxTries);
          return response;
        });
      }
      /**
       * Needs to be called if keepAlive is set to true in request options.
       */
      dispose() {
        if (this._agent) {
          this._agent.destroy();
        }
        this._disposed = true;
      }
      /**
       * Raw request.
       * @param info
       * @param data
       */
      requestRaw(info, data) {
        return __awaiter2(this, void 0, void 0, function* () {
          return new Promise((resolve3, reject) => {
            function callbackForResult(err, res) {
              if (err) {
                reject(err);
              } else if (!res) {
                reject(new Error("Unknown error"));
              } else {
                resolve3(res);
              }
            }
            this.requestRawWithCallback(info, data, callbackForResult);
          });
        });
      }
      /**
       * Raw request with callback.
       * @param info
       * @param data
       * @param onResult
       */
      requestRawWithCallback(info, data, onResult) {
        if (typeof data === "string") {
          if (!info.options.headers) {
            info.options.headers = {};
          }
          info.options.headers["Content-Length"] = Buffer.byteLength(data, "utf8");
        }
        let callbackCalled = false;
        function handleResult(err, res) {
          if (!callbackCalled) {
            callbackCalled = true;
            onResult(err, res);
          }
        }
        const req = info.httpModule.request(info.options, (msg) => {
          const res = new HttpClientResponse(msg);
          handleResult(void 0, res);
        });
        let socket;
        req.on("socket", (sock) => {
          socket = sock;
        });
        req.setTimeout(this._socketTimeout || 3 * 6e4, () => {
          if (socket) {
            socket.end();
          }
          handleResult(new Error(`Request timeout: ${info.options.path}`));
        });
        req.on("error", function(err) {
          handleResult(err);
        });
        if (data && typeof data === "string") {
          req.write(data, "utf8");
        }
        if (data && typeof data !== "string") {
          data.on("close", function() {
            req.end();
          });
          data.pipe(req);
        } else {
          req.end();
        }
      }
      /**
       * Gets an http agent. This function is useful when you need an http agent that handles
       * routing through a proxy server - depending upon the url and proxy environment variables.
       * @param serverUrl  The server URL where the request will be sent. For example, https://api.github.com
       */
      getAgent(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        return this._getAgent(parsedUrl);
      }
      getAgentDispatcher(serverUrl) {
        const parsedUrl = new URL(serverUrl);
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (!useProxy) {
          return;
        }
        return this._getProxyAgentDispatcher(parsedUrl, proxyUrl);
      }
      _prepareRequest(method, requestUrl, headers) {
        const info = {};
        info.parsedUrl = requestUrl;
        const usingSsl = info.parsedUrl.protocol === "https:";
        info.httpModule = usingSsl ? https : http;
        const defaultPort = usingSsl ? 443 : 80;
        info.options = {};
        info.options.host = info.parsedUrl.hostname;
        info.options.port = info.parsedUrl.port ? parseInt(info.parsedUrl.port) : defaultPort;
        info.options.path = (info.parsedUrl.pathname || "") + (info.parsedUrl.search || "");
        info.options.method = method;
        info.options.headers = this._mergeHeaders(headers);
        if (this.userAgent != null) {
          info.options.headers["user-agent"] = this.userAgent;
        }
        info.options.agent = this._getAgent(info.parsedUrl);
        if (this.handlers) {
          for (const handler2 of this.handlers) {
            handler2.prepareRequest(info.options);
          }
        }
        return info;
      }
      _mergeHeaders(headers) {
        if (this.requestOptions && this.requestOptions.headers) {
          return Object.assign({}, lowercaseKeys2(this.requestOptions.headers), lowercaseKeys2(headers || {}));
        }
        return lowercaseKeys2(headers || {});
      }
      /**
       * Gets an existing header value or returns a default.
       * Handles converting number header values to strings since HTTP headers must be strings.
       * Note: This returns string | string[] since some headers can have multiple values.
       * For headers that must always be a single string (like Content-Type), use the
       * specialized _getExistingOrDefaultContentTypeHeader method instead.
       */
      _getExistingOrDefaultHeader(additionalHeaders, header, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
          const headerValue = lowercaseKeys2(this.requestOptions.headers)[header];
          if (headerValue) {
            clientHeader = typeof headerValue === "number" ? headerValue.toString() : headerValue;
          }
        }
        const additionalValue = additionalHeaders[header];
        if (additionalValue !== void 0) {
          return typeof additionalValue === "number" ? additionalValue.toString() : additionalValue;
        }
        if (clientHeader !== void 0) {
          return clientHeader;
        }
        return _default;
      }
      /**
       * Specialized version of _getExistingOrDefaultHeader for Content-Type header.
       * Always returns a single string (not an array) since Content-Type should be a single value.
       * Converts arrays to comma-separated strings and numbers to strings to ensure type safety.
       * This was split from _getExistingOrDefaultHeader to provide stricter typing for callers
       * that assign the result to places expecting a string (e.g., additionalHeaders[Headers.ContentType]).
       */
      _getExistingOrDefaultContentTypeHeader(additionalHeaders, _default) {
        let clientHeader;
        if (this.requestOptions && this.requestOptions.headers) {
          const headerValue = lowercaseKeys2(this.requestOptions.headers)[Headers.ContentType];
          if (headerValue) {
            if (typeof headerValue === "number") {
              clientHeader = String(headerValue);
            } else if (Array.isArray(headerValue)) {
              clientHeader = headerValue.join(", ");
            } else {
              clientHeader = headerValue;
            }
          }
        }
        const additionalValue = additionalHeaders[Headers.ContentType];
        if (additionalValue !== void 0) {
          if (typeof additionalValue === "number") {
            return String(additionalValue);
          } else if (Array.isArray(additionalValue)) {
            return additionalValue.join(", ");
          } else {
            return additionalValue;
          }
        }
        if (clientHeader !== void 0) {
          return clientHeader;
        }
        return _default;
      }
      _getAgent(parsedUrl) {
        let agent;
        const proxyUrl = pm.getProxyUrl(parsedUrl);
        const useProxy = proxyUrl && proxyUrl.hostname;
        if (this._keepAlive && useProxy) {
          agent = this._proxyAgent;
        }
        if (!useProxy) {
          agent = this._agent;
        }
        if (agent) {
          return agent;
        }
        const usingSsl = parsedUrl.protocol === "https:";
        let maxSockets = 100;
        if (this.requestOptions) {
          maxSockets = this.requestOptions.maxSockets || http.globalAgent.maxSockets;
        }
        if (proxyUrl && proxyUrl.hostname) {
          const agentOptions = {
            maxSockets,
            keepAlive: this._keepAlive,
            proxy: Object.assign(Object.assign({}, (proxyUrl.username || proxyUrl.password) && {
              proxyAuth: `${proxyUrl.username}:${proxyUrl.password}`
            }), { host: proxyUrl.hostname, port: proxyUrl.port })
          };
          let tunnelAgent;
          const overHttps = proxyUrl.protocol === "https:";
          if (usingSsl) {
            tunnelAgent = overHttps ? tunnel.httpsOverHttps : tunnel.httpsOverHttp;
          } else {
            tunnelAgent = overHttps ? tunnel.httpOverHttps : tunnel.httpOverHttp;
          }
          agent = tunnelAgent(agentOptions);
          this._proxyAgent = agent;
        }
        if (!agent) {
          const options = { keepAlive: this._keepAlive, maxSockets };
          agent = usingSsl ? new https.Agent(options) : new http.Agent(options);
          this._agent = agent;
        }
        if (usingSsl && this._ignoreSslError) {
          agent.options = Object.assign(agent.options || {}, {
            rejectUnauthorized: false
          });
        }
        return agent;
      }
      _getProxyAgentDispatcher(parsedUrl, proxyUrl) {
        let proxyAgent;
        if (this._keepAlive) {
          proxyAgent = this._proxyAgentDispatcher;
        }
        if (proxyAgent) {
          return proxyAgent;
        }
        const usingSsl = parsedUrl.protocol === "https:";
        proxyAgent = new undici_1.ProxyAgent(Object.assign({ uri: proxyUrl.href, pipelining: !this._keepAlive ? 0 : 1 }, (proxyUrl.username || proxyUrl.password) && {
          token: `Basic ${Buffer.from(`${proxyUrl.username}:${proxyUrl.password}`).toString("base64")}`
        }));
        this._proxyAgentDispatcher = proxyAgent;
        if (usingSsl && this._ignoreSslError) {
          proxyAgent.options = Object.assign(proxyAgent.options.requestTls || {}, {
            rejectUnauthorized: false
          });
        }
        return proxyAgent;
      }
      _getUserAgentWithOrchestrationId(userAgent2) {
        const baseUserAgent = userAgent2 || "actions/http-client";
        const orchId = process.env["ACTIONS_ORCHESTRATION_ID"];
        if (orchId) {
          const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
          return `${baseUserAgent} actions_orchestration_id/${sanitizedId}`;
        }
        return baseUserAgent;
      }
      _performExponentialBackoff(retryNumber) {
        return __awaiter2(this, void 0, void 0, function* () {
          retryNumber = Math.min(ExponentialBackoffCeiling, retryNumber);
          const ms = ExponentialBackoffTimeSlice * Math.pow(2, retryNumber);
          return new Promise((resolve3) => setTimeout(() => resolve3(), ms));
        });
      }
      _processResponse(res, options) {
        return __awaiter2(this, void 0, void 0, function* () {
          return new Promise((resolve3, reject) => __awaiter2(this, void 0, void 0, function* () {
            const statusCode = res.message.statusCode || 0;
            const response = {
              statusCode,
              result: null,
              headers: {}
            };
            if (statusCode === HttpCodes.NotFound) {
              resolve3(response);
            }
            function dateTimeDeserializer(key, value) {
              if (typeof value === "string") {
                const a = new Date(value);
                if (!isNaN(a.valueOf())) {
                  return a;
                }
              }
              return value;
            }
            let obj;
            let contents;
            try {
              contents = yield res.readBody();
              if (contents && contents.length > 0) {
                if (options && options.deserializeDates) {
                  obj = JSON.parse(contents, dateTimeDeserializer);
                } else {
                  obj = JSON.parse(contents);
                }
                response.result = obj;
              }
              response.headers = res.message.headers;
            } catch (err) {
            }
            if (statusCode > 299) {
              let msg;
              if (obj && obj.message) {
                msg = obj.message;
              } else if (contents && contents.length > 0) {
                msg = contents;
              } else {
                msg = `Failed request: (${statusCode})`;
              }
              const err = new HttpClientError(msg, statusCode);
              err.result = response.result;
              reject(err);
            } else {
              resolve3(response);
            }
          }));
        });
      }
    };
    exports.HttpClient = HttpClient2;
    var lowercaseKeys2 = (obj) => Object.keys(obj).reduce((c, k) => (c[k.toLowerCase()] = obj[k], c), {});
  }
});

// src/action/main.ts
import { mkdirSync as mkdirSync3, mkdtempSync } from "node:fs";
import { join as join5 } from "node:path";

// src/action/annotations.ts
var room = mostAnnotations - 1;
function annotationsOf(report, config) {
  const level = { pass: "info", warn: "warning", fail: "error" };
  const headline = `Flopgate: ${report.verdict}. ${verdictSentence(report)}`;
  const said = [{ level: level[report.verdict], text: headline }, ...checksOf(report, config), ...problemsOf(report)];
  const errors = withinRoom(said, "error");
  const warnings = withinRoom(said, "warning");
  const rest = said.filter((one) => one.level === "info" || !(errors.includes(one) || warnings.includes(one)));
  return [...errors, ...warnings, ...rest.map((one) => ({ level: "info", text: inLog(one) }))];
}
function inLog({ level, text }) {
  return level === "info" ? text : `${level}: ${text}`;
}
function withinRoom(said, level) {
  const all = said.filter((one) => one.level === level);
  if (all.length <= room) return all;
  const left = all.length - (room - 1);
  return [...all.slice(0, room - 1), { level, text: `${left} more of these are in the log and in the job summary` }];
}
function checksOf(report, file) {
  const broken = sortedChecks(report.checks).filter(({ result }) => result === "exceeded" || result === "undecidable");
  return broken.map(({ scope, budget, result, level, why, message, line }) => ({
    level: level === "error" ? "error" : "warning",
    text: [`${scope}: ${budget} is ${result}`, why, message].filter((part) => part !== void 0).join(". "),
    at: { file, line }
  }));
}
function problemsOf({ problems, models }) {
  const word = { fatal: "error", warning: "warning", notice: "info" };
  const ofRun = problems.map((one) => ({ ...one, level: word[one.severity] }));
  const ofModels = models.flatMap((model) => model.problems).map((one) => ({ ...one, level: one.severity === "fatal" ? "error" : "info" }));
  return [...ofRun, ...ofModels].map(({ level, severity, message, help }) => {
    const text = `${message} ${help}`;
    return { level, text: level === "info" ? `${severity}: ${text}` : text };
  });
}

// src/action/patience.ts
function refusalOf(error) {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return void 0;
  const response = "response" in error ? error.response : void 0;
  const has = typeof response === "object" && response !== null && "headers" in response;
  const headers = has && typeof response.headers === "object" ? { ...response.headers } : {};
  return { status: error.status, message: error.message, headers };
}
function reasonOf(error) {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}
var tries = 4;
var mostWaiting = 300;
var patience = {
  left: mostWaiting,
  sleep: (seconds2) => new Promise((resolve3) => setTimeout(resolve3, seconds2 * 1e3))
};
async function patiently(ask2, repeat = "often", budget = patience) {
  for (let attempt3 = 1; ; attempt3++) {
    try {
      return await ask2();
    } catch (error) {
      const seconds2 = waitFor(refusalOf(error), attempt3, repeat, Date.now() / 1e3);
      if (seconds2 === void 0 || attempt3 === tries || seconds2 > budget.left) throw error;
      budget.left -= seconds2;
      await budget.sleep(seconds2);
    }
  }
}
function waitFor(refusal2, attempt3, repeat, now) {
  if (refusal2 === void 0) return void 0;
  const { status, headers, message } = refusal2;
  const asked = secondsIn(headers["retry-after"]);
  const isSpent = secondsIn(headers["x-ratelimit-remaining"]) === 0;
  const reset = isSpent ? secondsIn(headers["x-ratelimit-reset"]) : void 0;
  const isLimited = status === 429 || status === 403 && (asked !== void 0 || isSpent || /rate limit/i.test(message));
  if (!isLimited && (status < 500 || repeat === "once")) return void 0;
  const doubling = 2 ** (attempt3 - 1);
  if (!isLimited) return asked ?? doubling;
  return asked ?? (reset === void 0 ? 60 * doubling : Math.max(1, Math.ceil(reset - now) + 1));
}
function secondsIn(header) {
  return /^\d{1,12}$/.test(String(header ?? "")) ? Number(header) : void 0;
}

// src/action/comment.ts
var commentLimit = 65e3;
var shorterLimit = 3e4;
function worthCreating(policy, { verdict, changed, failOn }) {
  const fails = verdict === "fail" || verdict === "warn" && failOn === "warn";
  if (policy === "on-failure") return fails;
  if (policy === "on-change") return changed > 0 || verdict !== "pass";
  return policy === "always";
}
async function publish(forge, publication) {
  try {
    return await write(forge, publication);
  } catch (error) {
    return { kind: "failed", problem: explain(error) };
  }
}
async function write(forge, publication) {
  const { pullRequest: pullRequest2, headSha, create } = publication;
  const [kept, ...others] = await findOurs(forge, publication);
  if (kept === void 0 && !create) return { kind: "nothing" };
  if (kept !== void 0 && isLater(kept, publication)) return { kind: "later", id: kept.id };
  const isEqual = kept !== void 0 && tellsSame(kept, publication);
  if (isEqual && others.length === 0) return { kind: "unchanged", id: kept.id };
  const live = await forge.pullRequest(pullRequest2);
  if (live === void 0) throw new Error("the forge does not say what the head of the pull request is");
  if (live.headSha !== headSha) return { kind: "moved", to: live.headSha };
  if (kept === void 0) return live.open ? createOne(forge, publication) : { kind: "closed" };
  await removeAll(forge, others);
  if (isEqual) return { kind: "unchanged", id: kept.id };
  await fitting(publication, (body) => forge.updateComment(kept.id, body));
  return { kind: "updated", id: kept.id };
}
async function createOne(forge, publication) {
  const made = await fitting(publication, (body) => createSurely(forge, publication, body));
  const { author } = made;
  if (author === null) return { kind: "created", id: made.id };
  const [kept = made, ...others] = await findOurs(forge, publication, author);
  await removeAll(forge, others);
  return kept.id === made.id ? { kind: "created", id: made.id } : { kind: "later", id: kept.id };
}
async function createSurely(forge, publication, body) {
  const { pullRequest: pullRequest2 } = publication;
  try {
    return await forge.createComment(pullRequest2, body);
  } catch (error) {
    if ((refusalOf(error)?.status ?? 0) < 500) throw error;
    await new Promise((resolve3) => setTimeout(resolve3, 1e3));
    const made = (await findOurs(forge, publication)).find((comment2) => normal(comment2.body) === normal(body));
    return made ?? await forge.createComment(pullRequest2, body);
  }
}
async function fitting({ body, shorter, run: run2 }, send) {
  const sign = (text) => run2 === void 0 ? text : stamped(text, run2);
  try {
    return await send(sign(body));
  } catch (error) {
    const refusal2 = refusalOf(error);
    const isTooLong = refusal2?.status === 422 && /too long|too large|maximum/i.test(refusal2.message);
    const short2 = isTooLong ? shorter() : body;
    if (short2.length >= body.length) throw error;
    return send(sign(short2));
  }
}
async function removeAll(forge, comments) {
  for (const { id } of comments) {
    try {
      await forge.deleteComment(id);
    } catch (error) {
      if (refusalOf(error)?.status !== 404) throw error;
    }
  }
}
async function findOurs(forge, { pullRequest: pullRequest2, marker }, self) {
  const marked = (await forge.comments(pullRequest2)).filter(({ body }) => lastLine(body) === marker);
  if (marked.length === 0) return [];
  const isOurs = self === void 0 ? await forge.isOurs() : ({ login, type }) => login === self.login && type === self.type;
  return marked.filter(({ author }) => author !== null && isOurs(author)).sort((a, b) => order(stampIn(normal(b.body)), stampIn(normal(a.body))) || b.id - a.id);
}
function order(a, b) {
  return (a?.id ?? 0) - (b?.id ?? 0) || (a?.attempt ?? 0) - (b?.attempt ?? 0);
}
function isLater({ body }, { run: run2 }) {
  return run2 !== void 0 && order(stampIn(normal(body)), run2) > 0;
}
function tellsSame(comment2, { body, shorter }) {
  const there = normal(unstamped(normal(comment2.body)));
  return there === normal(body) || there.length < body.length && there === normal(shorter());
}
function lastLine(body) {
  return normal(body).split("\n").at(-1) ?? "";
}
function normal(body) {
  return body.replaceAll("\r\n", "\n").trimEnd();
}
function explain(error) {
  const refusal2 = refusalOf(error);
  const task = "written";
  if (refusal2 === void 0) {
    return problem("publish/failed", { task, reason: error instanceof Error ? error.message : String(error) });
  }
  const { status, message } = refusal2;
  if (status === 401 || status === 403 || status === 404) {
    return problem("publish/denied", { task, status, reason: message.split("\n", 1)[0] ?? "" });
  }
  return problem("publish/failed", { task, reason: `the forge answered ${status} (${message.split("\n", 1)[0]})` });
}

// src/action/environment.ts
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
function readEnvironment(variables) {
  const [owner = "", repository = ""] = (variables.GITHUB_REPOSITORY ?? "").split("/");
  return {
    serverUrl: trimUrl("GITHUB_SERVER_URL", variables.GITHUB_SERVER_URL ?? "https://github.com"),
    apiUrl: trimUrl("GITHUB_API_URL", variables.GITHUB_API_URL ?? "https://api.github.com"),
    owner,
    repository,
    event: variables.GITHUB_EVENT_NAME ?? "",
    payload: readPayload(variables.GITHUB_EVENT_PATH),
    sha: variables.GITHUB_SHA ?? "",
    ref: variables.GITHUB_REF ?? "",
    workspace: variables.GITHUB_WORKSPACE || void 0,
    temp: variables.RUNNER_TEMP || tmpdir(),
    ...runOf(variables.GITHUB_RUN_ID ?? "", variables.GITHUB_RUN_ATTEMPT ?? "1")
  };
}
function runOf(id, attempt3) {
  return /^\d{1,15}$/.test(id) && /^\d{1,6}$/.test(attempt3) ? { run: { id: Number(id), attempt: Number(attempt3) } } : {};
}
function trimUrl(name, value) {
  const trimmed = value.replace(/\/+$/, "");
  if (!/^https?:$/.test(URL.canParse(trimmed) ? new URL(trimmed).protocol : "")) {
    fail("usage/input", { input: name, value, expected: "an http or https address" });
  }
  return trimmed;
}
function readPayload(path) {
  if (path === void 0 || path === "") return null;
  try {
    const payload = JSON.parse(readFileSync(path, "utf8"));
    return payload;
  } catch {
    return fail("usage/input", { input: "GITHUB_EVENT_PATH", value: path, expected: "a readable file of JSON" });
  }
}

// src/action/json.ts
function field(value, ...path) {
  let at = value;
  for (const key of path) {
    if (!isRecord(at) || !Object.hasOwn(at, key)) return null;
    at = at[key] ?? null;
  }
  return at;
}
function textAt(value, ...path) {
  const found = field(value, ...path);
  return typeof found === "string" ? found : void 0;
}
function numberAt(value, ...path) {
  const found = field(value, ...path);
  return typeof found === "number" && Number.isSafeInteger(found) ? found : void 0;
}
function asJson(value) {
  return isJson(value) ? value : null;
}
function isJson(value) {
  return value === null || ["boolean", "number", "string", "object"].includes(typeof value);
}
function isRecord(value) {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

// src/action/event.ts
var zeros = /^0+$/;
function readEvent(environment) {
  const read = readers.get(environment.event);
  if (read !== void 0) return read(environment);
  const reason = elsewhere.get(environment.event) ?? "Flopgate does not know which of its commits to compare";
  return { kind: "unclear", reason };
}
var readers = /* @__PURE__ */ new Map([
  ["pull_request", (environment) => pullRequest(environment, "on the merge")],
  // Its GITHUB_SHA is the base branch's: nothing of the pull request.
  ["pull_request_target", (environment) => pullRequest(environment, "elsewhere")],
  ["push", push],
  ["merge_group", mergeGroup],
  ["workflow_run", workflowRun],
  ["workflow_dispatch", commit],
  ["schedule", commit],
  ["repository_dispatch", commit]
]);
var aside = "it is about a conversation, and GITHUB_SHA is the tip of the default branch";
var elsewhere = /* @__PURE__ */ new Map([
  ["issue_comment", aside],
  ["issues", aside],
  ["discussion_comment", aside],
  ["check_suite", "it may concern any number of pull requests, and names none that is sure"],
  ["check_run", "it may concern any number of pull requests, and names none that is sure"],
  ["delete", "what it is about is no longer there"]
]);
function pullRequest({ payload, sha, ref }, runs) {
  const number = numberAt(payload, "pull_request", "number");
  const headSha = idAt(textAt(payload, "pull_request", "head", "sha"));
  const baseSha = idAt(textAt(payload, "pull_request", "base", "sha"));
  const baseRef = textAt(payload, "pull_request", "base", "ref");
  if (number === void 0 || headSha === void 0 || baseSha === void 0 || baseRef === void 0) {
    return { kind: "unclear", reason: "its payload names no pull request with a head and a base" };
  }
  const mergeBase2 = idAt(textAt(payload, "pull_request", "merge_base"));
  const merge2 = runs === "elsewhere" ? "ask" : testMerge(sha, ref, headSha);
  return {
    kind: "pullRequest",
    number,
    headSha,
    headRef: textAt(payload, "pull_request", "head", "ref") ?? headSha,
    ...headOf(payload),
    baseRef,
    baseSha,
    ...merge2 !== void 0 && { merge: merge2 },
    ...mergeBase2 !== void 0 && { mergeBase: mergeBase2 },
    retargeted: field(payload, "changes", "base") !== null,
    open: textAt(payload, "pull_request", "state") !== "closed"
  };
}
function testMerge(sha, ref, headSha) {
  const id = idAt(sha);
  return id === void 0 || id === headSha ? void 0 : { sha: id, ref };
}
function headOf(payload) {
  const repo = field(payload, "pull_request", "head", "repo");
  const headRepository = repositoryAt(repo);
  const [theirs, ours2] = [numberAt(repo, "id"), numberAt(payload, "repository", "id")];
  return { ...headRepository !== void 0 && { headRepository }, fromFork: theirs === void 0 || theirs !== ours2 };
}
function repositoryAt(value) {
  const fullName = textAt(value, "full_name") ?? "";
  if (!/^(?!\.+\/)[\w.-]{1,100}\/(?!\.+$)[\w.-]{1,100}$/.test(fullName)) return void 0;
  const id = numberAt(value, "id");
  return { ...id !== void 0 && { id }, fullName };
}
function workflowRun({ payload, owner, repository }) {
  const run2 = field(payload, "workflow_run");
  const startedBy = textAt(run2, "event") ?? "";
  if (!/^pull_request(?:_target)?$/.test(startedBy)) {
    const by = /^\w{1,50}$/.test(startedBy) ? `\`${startedBy}\`` : "something else";
    return { kind: "unclear", reason: `the run it reports was started by ${by}, not by a pull request` };
  }
  const at = textAt(run2, "repository", "full_name") ?? "";
  if (at.toLowerCase() !== `${owner}/${repository}`.toLowerCase()) {
    return { kind: "unclear", reason: "the run it reports is one of another repository" };
  }
  const headSha = idAt(textAt(run2, "head_sha"));
  const headBranch = textAt(run2, "head_branch");
  if (headSha === void 0 || headBranch === void 0) {
    return { kind: "unclear", reason: "its payload names no run with a head commit and a branch" };
  }
  const headRepository = repositoryAt(field(run2, "head_repository"));
  const other = startedBy === "pull_request" ? void 0 : idAt(textAt(run2, "head_commit", "id"));
  return {
    kind: "workflowRun",
    headShas: [headSha, ...other === void 0 ? [] : [other]],
    headBranch,
    ...headRepository !== void 0 && { headRepository }
  };
}
function push({ payload, sha, ref }) {
  const before = idAt(textAt(payload, "before"));
  const said = textAt(payload, "after") ?? sha;
  if (zeros.test(said)) return { kind: "deletion", ref, before };
  const after = (ref.startsWith("refs/tags/") ? idAt(sha) : void 0) ?? idAt(said);
  if (after === void 0) return { kind: "unclear", reason: "its payload does not say which commit was pushed" };
  const isNewBranch = before === void 0 && ref.startsWith("refs/heads/");
  const leaves = isNewBranch ? textAt(payload, "repository", "default_branch") : void 0;
  const isOther = leaves !== void 0 && `refs/heads/${leaves}` !== ref;
  return { kind: "push", before, ...isOther && { leaves }, after, ref, forced: field(payload, "forced") === true };
}
function mergeGroup({ payload }) {
  const base = idAt(textAt(payload, "merge_group", "base_sha"));
  const head = idAt(textAt(payload, "merge_group", "head_sha"));
  if (base === void 0 || head === void 0) {
    return { kind: "unclear", reason: "its payload names no merge group with a head and a base" };
  }
  const baseRef = shortRef(textAt(payload, "merge_group", "base_ref") ?? base);
  return {
    kind: "mergeGroup",
    base,
    head,
    baseRef,
    headRef: shortRef(textAt(payload, "merge_group", "head_ref") ?? head)
  };
}
function commit({ sha, ref }) {
  const id = idAt(sha);
  return id === void 0 ? { kind: "unclear", reason: "GITHUB_SHA is not a commit" } : { kind: "commit", sha: id, ref };
}
function shortRef(ref) {
  return ref.replace(/^refs\/(?:heads|tags)\//, "");
}
function idAt(text) {
  return text !== void 0 && objectId.test(text) && !zeros.test(text) ? text : void 0;
}

// node_modules/@actions/github/lib/context.js
import { readFileSync as readFileSync2, existsSync } from "fs";
import { EOL } from "os";
var Context = class {
  /**
   * Hydrate the context from the environment
   */
  constructor() {
    var _a, _b, _c;
    this.payload = {};
    if (process.env.GITHUB_EVENT_PATH) {
      if (existsSync(process.env.GITHUB_EVENT_PATH)) {
        this.payload = JSON.parse(readFileSync2(process.env.GITHUB_EVENT_PATH, { encoding: "utf8" }));
      } else {
        const path = process.env.GITHUB_EVENT_PATH;
        process.stdout.write(`GITHUB_EVENT_PATH ${path} does not exist${EOL}`);
      }
    }
    this.eventName = process.env.GITHUB_EVENT_NAME;
    this.sha = process.env.GITHUB_SHA;
    this.ref = process.env.GITHUB_REF;
    this.workflow = process.env.GITHUB_WORKFLOW;
    this.action = process.env.GITHUB_ACTION;
    this.actor = process.env.GITHUB_ACTOR;
    this.job = process.env.GITHUB_JOB;
    this.runAttempt = parseInt(process.env.GITHUB_RUN_ATTEMPT, 10);
    this.runNumber = parseInt(process.env.GITHUB_RUN_NUMBER, 10);
    this.runId = parseInt(process.env.GITHUB_RUN_ID, 10);
    this.apiUrl = (_a = process.env.GITHUB_API_URL) !== null && _a !== void 0 ? _a : `https://api.github.com`;
    this.serverUrl = (_b = process.env.GITHUB_SERVER_URL) !== null && _b !== void 0 ? _b : `https://github.com`;
    this.graphqlUrl = (_c = process.env.GITHUB_GRAPHQL_URL) !== null && _c !== void 0 ? _c : `https://api.github.com/graphql`;
  }
  get issue() {
    const payload = this.payload;
    return Object.assign(Object.assign({}, this.repo), { number: (payload.issue || payload.pull_request || payload).number });
  }
  get repo() {
    if (process.env.GITHUB_REPOSITORY) {
      const [owner, repo] = process.env.GITHUB_REPOSITORY.split("/");
      return { owner, repo };
    }
    if (this.payload.repository) {
      return {
        owner: this.payload.repository.owner.login,
        repo: this.payload.repository.name
      };
    }
    throw new Error("context.repo requires a GITHUB_REPOSITORY environment variable like 'owner/repo'");
  }
};

// node_modules/@actions/github/lib/internal/utils.js
var httpClient = __toESM(require_lib(), 1);
var import_undici = __toESM(require_undici(), 1);
var __awaiter = function(thisArg, _arguments, P, generator) {
  function adopt(value) {
    return value instanceof P ? value : new P(function(resolve3) {
      resolve3(value);
    });
  }
  return new (P || (P = Promise))(function(resolve3, reject) {
    function fulfilled(value) {
      try {
        step(generator.next(value));
      } catch (e) {
        reject(e);
      }
    }
    function rejected(value) {
      try {
        step(generator["throw"](value));
      } catch (e) {
        reject(e);
      }
    }
    function step(result) {
      result.done ? resolve3(result.value) : adopt(result.value).then(fulfilled, rejected);
    }
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};
function getAuthString(token, options) {
  if (!token && !options.auth) {
    throw new Error("Parameter token or opts.auth is required");
  } else if (token && options.auth) {
    throw new Error("Parameters token and opts.auth may not both be specified");
  }
  return typeof options.auth === "string" ? options.auth : `token ${token}`;
}
function getProxyAgent(destinationUrl) {
  const hc = new httpClient.HttpClient();
  return hc.getAgent(destinationUrl);
}
function getProxyAgentDispatcher(destinationUrl) {
  const hc = new httpClient.HttpClient();
  return hc.getAgentDispatcher(destinationUrl);
}
function getProxyFetch(destinationUrl) {
  const httpDispatcher = getProxyAgentDispatcher(destinationUrl);
  const proxyFetch = (url, opts) => __awaiter(this, void 0, void 0, function* () {
    return (0, import_undici.fetch)(url, Object.assign(Object.assign({}, opts), { dispatcher: httpDispatcher }));
  });
  return proxyFetch;
}
function getApiBaseUrl() {
  return process.env["GITHUB_API_URL"] || "https://api.github.com";
}
function getUserAgentWithOrchestrationId(baseUserAgent) {
  var _a;
  const orchId = (_a = process.env["ACTIONS_ORCHESTRATION_ID"]) === null || _a === void 0 ? void 0 : _a.trim();
  if (orchId) {
    const sanitizedId = orchId.replace(/[^a-z0-9_.-]/gi, "_");
    const tag = `actions_orchestration_id/${sanitizedId}`;
    if (baseUserAgent === null || baseUserAgent === void 0 ? void 0 : baseUserAgent.includes(tag))
      return baseUserAgent;
    const ua = baseUserAgent ? `${baseUserAgent} ` : "";
    return `${ua}${tag}`;
  }
  return baseUserAgent;
}

// node_modules/universal-user-agent/index.js
function getUserAgent() {
  if (typeof navigator === "object" && "userAgent" in navigator) {
    return navigator.userAgent;
  }
  if (typeof process === "object" && process.version !== void 0) {
    return `Node.js/${process.version.substr(1)} (${process.platform}; ${process.arch})`;
  }
  return "<environment undetectable>";
}

// node_modules/before-after-hook/lib/register.js
function register(state, name, method, options) {
  if (typeof method !== "function") {
    throw new Error("method for before hook must be a function");
  }
  if (!options) {
    options = {};
  }
  if (Array.isArray(name)) {
    return name.reverse().reduce((callback, name2) => {
      return register.bind(null, state, name2, callback, options);
    }, method)();
  }
  return Promise.resolve().then(() => {
    if (!state.registry[name]) {
      return method(options);
    }
    return state.registry[name].reduce((method2, registered) => {
      return registered.hook.bind(null, method2, options);
    }, method)();
  });
}

// node_modules/before-after-hook/lib/add.js
function addHook(state, kind, name, hook2) {
  const orig = hook2;
  if (!state.registry[name]) {
    state.registry[name] = [];
  }
  if (kind === "before") {
    hook2 = (method, options) => {
      return Promise.resolve().then(orig.bind(null, options)).then(method.bind(null, options));
    };
  }
  if (kind === "after") {
    hook2 = (method, options) => {
      let result;
      return Promise.resolve().then(method.bind(null, options)).then((result_) => {
        result = result_;
        return orig(result, options);
      }).then(() => {
        return result;
      });
    };
  }
  if (kind === "error") {
    hook2 = (method, options) => {
      return Promise.resolve().then(method.bind(null, options)).catch((error) => {
        return orig(error, options);
      });
    };
  }
  state.registry[name].push({
    hook: hook2,
    orig
  });
}

// node_modules/before-after-hook/lib/remove.js
function removeHook(state, name, method) {
  if (!state.registry[name]) {
    return;
  }
  const index = state.registry[name].map((registered) => {
    return registered.orig;
  }).indexOf(method);
  if (index === -1) {
    return;
  }
  state.registry[name].splice(index, 1);
}

// node_modules/before-after-hook/index.js
var bind = Function.bind;
var bindable = bind.bind(bind);
function bindApi(hook2, state, name) {
  const removeHookRef = bindable(removeHook, null).apply(
    null,
    name ? [state, name] : [state]
  );
  hook2.api = { remove: removeHookRef };
  hook2.remove = removeHookRef;
  ["before", "error", "after", "wrap"].forEach((kind) => {
    const args = name ? [state, kind, name] : [state, kind];
    hook2[kind] = hook2.api[kind] = bindable(addHook, null).apply(null, args);
  });
}
function Singular() {
  const singularHookName = /* @__PURE__ */ Symbol("Singular");
  const singularHookState = {
    registry: {}
  };
  const singularHook = register.bind(null, singularHookState, singularHookName);
  bindApi(singularHook, singularHookState, singularHookName);
  return singularHook;
}
function Collection() {
  const state = {
    registry: {}
  };
  const hook2 = register.bind(null, state);
  bindApi(hook2, state);
  return hook2;
}
var before_after_hook_default = { Singular, Collection };

// node_modules/@octokit/endpoint/dist-bundle/index.js
var VERSION = "0.0.0-development";
var userAgent = `octokit-endpoint.js/${VERSION} ${getUserAgent()}`;
var DEFAULTS = {
  method: "GET",
  baseUrl: "https://api.github.com",
  headers: {
    accept: "application/vnd.github.v3+json",
    "user-agent": userAgent
  },
  mediaType: {
    format: ""
  }
};
function lowercaseKeys(object) {
  if (!object) {
    return {};
  }
  return Object.keys(object).reduce((newObj, key) => {
    newObj[key.toLowerCase()] = object[key];
    return newObj;
  }, {});
}
function isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
function mergeDeep(defaults2, options) {
  const result = Object.assign({}, defaults2);
  Object.keys(options).forEach((key) => {
    if (isPlainObject(options[key])) {
      if (!(key in defaults2)) Object.assign(result, { [key]: options[key] });
      else result[key] = mergeDeep(defaults2[key], options[key]);
    } else {
      Object.assign(result, { [key]: options[key] });
    }
  });
  return result;
}
function removeUndefinedProperties(obj) {
  for (const key in obj) {
    if (obj[key] === void 0) {
      delete obj[key];
    }
  }
  return obj;
}
function merge(defaults2, route, options) {
  if (typeof route === "string") {
    let [method, url] = route.split(" ");
    options = Object.assign(url ? { method, url } : { url: method }, options);
  } else {
    options = Object.assign({}, route);
  }
  options.headers = lowercaseKeys(options.headers);
  removeUndefinedProperties(options);
  removeUndefinedProperties(options.headers);
  const mergedOptions = mergeDeep(defaults2 || {}, options);
  if (options.url === "/graphql") {
    if (defaults2 && defaults2.mediaType.previews?.length) {
      mergedOptions.mediaType.previews = defaults2.mediaType.previews.filter(
        (preview) => !mergedOptions.mediaType.previews.includes(preview)
      ).concat(mergedOptions.mediaType.previews);
    }
    mergedOptions.mediaType.previews = (mergedOptions.mediaType.previews || []).map((preview) => preview.replace(/-preview/, ""));
  }
  return mergedOptions;
}
function addQueryParameters(url, parameters) {
  const separator = /\?/.test(url) ? "&" : "?";
  const names = Object.keys(parameters);
  if (names.length === 0) {
    return url;
  }
  return url + separator + names.map((name) => {
    if (name === "q") {
      return "q=" + parameters.q.split("+").map(encodeURIComponent).join("+");
    }
    return `${name}=${encodeURIComponent(parameters[name])}`;
  }).join("&");
}
var urlVariableRegex = /\{[^{}}]+\}/g;
function removeNonChars(variableName) {
  return variableName.replace(/(?:^\W+)|(?:(?<!\W)\W+$)/g, "").split(/,/);
}
function extractUrlVariableNames(url) {
  const matches = url.match(urlVariableRegex);
  if (!matches) {
    return [];
  }
  return matches.map(removeNonChars).reduce((a, b) => a.concat(b), []);
}
function omit(object, keysToOmit) {
  const result = { __proto__: null };
  for (const key of Object.keys(object)) {
    if (keysToOmit.indexOf(key) === -1) {
      result[key] = object[key];
    }
  }
  return result;
}
function encodeReserved(str) {
  return str.split(/(%[0-9A-Fa-f]{2})/g).map(function(part) {
    if (!/%[0-9A-Fa-f]/.test(part)) {
      part = encodeURI(part).replace(/%5B/g, "[").replace(/%5D/g, "]");
    }
    return part;
  }).join("");
}
function encodeUnreserved(str) {
  return encodeURIComponent(str).replace(/[!'()*]/g, function(c) {
    return "%" + c.charCodeAt(0).toString(16).toUpperCase();
  });
}
function encodeValue(operator, value, key) {
  value = operator === "+" || operator === "#" ? encodeReserved(value) : encodeUnreserved(value);
  if (key) {
    return encodeUnreserved(key) + "=" + value;
  } else {
    return value;
  }
}
function isDefined(value) {
  return value !== void 0 && value !== null;
}
function isKeyOperator(operator) {
  return operator === ";" || operator === "&" || operator === "?";
}
function getValues(context3, operator, key, modifier) {
  var value = context3[key], result = [];
  if (isDefined(value) && value !== "") {
    if (typeof value === "string" || typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") {
      value = value.toString();
      if (modifier && modifier !== "*") {
        value = value.substring(0, parseInt(modifier, 10));
      }
      result.push(
        encodeValue(operator, value, isKeyOperator(operator) ? key : "")
      );
    } else {
      if (modifier === "*") {
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            result.push(
              encodeValue(operator, value2, isKeyOperator(operator) ? key : "")
            );
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              result.push(encodeValue(operator, value[k], k));
            }
          });
        }
      } else {
        const tmp = [];
        if (Array.isArray(value)) {
          value.filter(isDefined).forEach(function(value2) {
            tmp.push(encodeValue(operator, value2));
          });
        } else {
          Object.keys(value).forEach(function(k) {
            if (isDefined(value[k])) {
              tmp.push(encodeUnreserved(k));
              tmp.push(encodeValue(operator, value[k].toString()));
            }
          });
        }
        if (isKeyOperator(operator)) {
          result.push(encodeUnreserved(key) + "=" + tmp.join(","));
        } else if (tmp.length !== 0) {
          result.push(tmp.join(","));
        }
      }
    }
  } else {
    if (operator === ";") {
      if (isDefined(value)) {
        result.push(encodeUnreserved(key));
      }
    } else if (value === "" && (operator === "&" || operator === "?")) {
      result.push(encodeUnreserved(key) + "=");
    } else if (value === "") {
      result.push("");
    }
  }
  return result;
}
function parseUrl(template) {
  return {
    expand: expand.bind(null, template)
  };
}
function expand(template, context3) {
  var operators = ["+", "#", ".", "/", ";", "?", "&"];
  template = template.replace(
    /\{([^\{\}]+)\}|([^\{\}]+)/g,
    function(_, expression, literal) {
      if (expression) {
        let operator = "";
        const values = [];
        if (operators.indexOf(expression.charAt(0)) !== -1) {
          operator = expression.charAt(0);
          expression = expression.substr(1);
        }
        expression.split(/,/g).forEach(function(variable) {
          var tmp = /([^:\*]*)(?::(\d+)|(\*))?/.exec(variable);
          values.push(getValues(context3, operator, tmp[1], tmp[2] || tmp[3]));
        });
        if (operator && operator !== "+") {
          var separator = ",";
          if (operator === "?") {
            separator = "&";
          } else if (operator !== "#") {
            separator = operator;
          }
          return (values.length !== 0 ? operator : "") + values.join(separator);
        } else {
          return values.join(",");
        }
      } else {
        return encodeReserved(literal);
      }
    }
  );
  if (template === "/") {
    return template;
  } else {
    return template.replace(/\/$/, "");
  }
}
function parse(options) {
  let method = options.method.toUpperCase();
  let url = (options.url || "/").replace(/:([a-z]\w+)/g, "{$1}");
  let headers = Object.assign({}, options.headers);
  let body;
  let parameters = omit(options, [
    "method",
    "baseUrl",
    "url",
    "headers",
    "request",
    "mediaType"
  ]);
  const urlVariableNames = extractUrlVariableNames(url);
  url = parseUrl(url).expand(parameters);
  if (!/^http/.test(url)) {
    url = options.baseUrl + url;
  }
  const omittedParameters = Object.keys(options).filter((option) => urlVariableNames.includes(option)).concat("baseUrl");
  const remainingParameters = omit(parameters, omittedParameters);
  const isBinaryRequest = /application\/octet-stream/i.test(headers.accept);
  if (!isBinaryRequest) {
    if (options.mediaType.format) {
      headers.accept = headers.accept.split(/,/).map(
        (format) => format.replace(
          /application\/vnd(\.\w+)(\.v3)?(\.\w+)?(\+json)?$/,
          `application/vnd$1$2.${options.mediaType.format}`
        )
      ).join(",");
    }
    if (url.endsWith("/graphql")) {
      if (options.mediaType.previews?.length) {
        const previewsFromAcceptHeader = headers.accept.match(/(?<![\w-])[\w-]+(?=-preview)/g) || [];
        headers.accept = previewsFromAcceptHeader.concat(options.mediaType.previews).map((preview) => {
          const format = options.mediaType.format ? `.${options.mediaType.format}` : "+json";
          return `application/vnd.github.${preview}-preview${format}`;
        }).join(",");
      }
    }
  }
  if (["GET", "HEAD"].includes(method)) {
    url = addQueryParameters(url, remainingParameters);
  } else {
    if ("data" in remainingParameters) {
      body = remainingParameters.data;
    } else {
      if (Object.keys(remainingParameters).length) {
        body = remainingParameters;
      }
    }
  }
  if (!headers["content-type"] && typeof body !== "undefined") {
    headers["content-type"] = "application/json; charset=utf-8";
  }
  if (["PATCH", "PUT"].includes(method) && typeof body === "undefined") {
    body = "";
  }
  return Object.assign(
    { method, url, headers },
    typeof body !== "undefined" ? { body } : null,
    options.request ? { request: options.request } : null
  );
}
function endpointWithDefaults(defaults2, route, options) {
  return parse(merge(defaults2, route, options));
}
function withDefaults(oldDefaults, newDefaults) {
  const DEFAULTS2 = merge(oldDefaults, newDefaults);
  const endpoint2 = endpointWithDefaults.bind(null, DEFAULTS2);
  return Object.assign(endpoint2, {
    DEFAULTS: DEFAULTS2,
    defaults: withDefaults.bind(null, DEFAULTS2),
    merge: merge.bind(null, DEFAULTS2),
    parse
  });
}
var endpoint = withDefaults(null, DEFAULTS);

// node_modules/content-type/dist/index.js
var SP = 32;
var HTAB = 9;
var SEMI = 59;
var EQ = 61;
var DQUOTE = 34;
var BSLASH = 92;
var COMMA = 44;
var LOWER_CASE = 1;
var OWS = 2;
var SEMI_FLAG = 4;
var COMMA_FLAG = 8;
var TOKEN_FLAG = 16;
var NON_ASCII = 65280;
var CASE_FLAGS = LOWER_CASE | NON_ASCII;
var CHAR_MAP = new Uint8Array(256);
CHAR_MAP[HTAB] |= OWS;
CHAR_MAP[SP] |= OWS;
CHAR_MAP[SEMI] |= SEMI_FLAG;
CHAR_MAP[COMMA] |= COMMA_FLAG;
for (let code = 128; code <= 255; code++) {
  CHAR_MAP[code] |= LOWER_CASE;
}
for (const char of "!#$%&'*+-.^_`|~") {
  CHAR_MAP[char.charCodeAt(0)] |= TOKEN_FLAG;
}
for (let code = 48; code <= 57; code++) {
  CHAR_MAP[code] |= TOKEN_FLAG;
}
for (let code = 65; code <= 90; code++) {
  CHAR_MAP[code] |= LOWER_CASE | TOKEN_FLAG;
}
for (let code = 97; code <= 122; code++) {
  CHAR_MAP[code] |= TOKEN_FLAG;
}
var NullObject = /* @__PURE__ */ (() => {
  const C = function() {
  };
  C.prototype = /* @__PURE__ */ Object.create(null);
  return C;
})();
function parse2(header, options) {
  const stopFlags = SEMI_FLAG | (options?.comma === true ? COMMA_FLAG : 0);
  const len = header.length;
  let valueStart = options?.start ?? 0;
  while ((CHAR_MAP[header.charCodeAt(valueStart)] & OWS) !== 0) {
    valueStart++;
  }
  let index = valueStart;
  let typeFlags = 0;
  let whitespace = -1;
  let stop = options?.parameters === false ? COMMA_FLAG : 0;
  while (index < len) {
    const code = header.charCodeAt(index);
    const flags = CHAR_MAP[code];
    if ((flags & stopFlags) !== 0) {
      stop |= flags & COMMA_FLAG;
      break;
    }
    if ((flags & OWS) !== 0) {
      if (whitespace === -1)
        whitespace = index;
    } else {
      whitespace = -1;
    }
    typeFlags |= code & NON_ASCII | flags;
    index++;
  }
  const valueEnd = whitespace === -1 ? index : whitespace;
  const value = header.slice(valueStart, valueEnd);
  const type = (typeFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
  if (index === len || stop !== 0) {
    return { type, index, parameters: new NullObject() };
  }
  return parseParameters(header, type, index, len, stopFlags);
}
function parseParameters(header, type, index, len, stopFlags) {
  const parameters = new NullObject();
  parameter: while (index < len) {
    index++;
    while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) {
      index++;
    }
    const keyStart = index;
    let keyFlags = 0;
    let keyWhitespace = -1;
    while (index < len) {
      const code = header.charCodeAt(index);
      const flags = CHAR_MAP[code];
      if ((flags & stopFlags) !== 0) {
        if ((flags & COMMA_FLAG) !== 0)
          break parameter;
        continue parameter;
      }
      if (code === EQ) {
        const keyEnd = keyWhitespace === -1 ? index : keyWhitespace;
        const value = header.slice(keyStart, keyEnd);
        const key = (keyFlags & CASE_FLAGS) === 0 ? value : value.toLowerCase();
        index++;
        while ((CHAR_MAP[header.charCodeAt(index)] & OWS) !== 0) {
          index++;
        }
        if (index < len && header.charCodeAt(index) === DQUOTE) {
          const quotedStart = ++index;
          let escaped = false;
          while (index < len) {
            const code2 = header.charCodeAt(index);
            if (code2 === DQUOTE) {
              if (parameters[key] === void 0) {
                parameters[key] = escaped ? unescapeQuotedPairs(header, quotedStart, index) : header.slice(quotedStart, index);
              }
              index++;
              let stop2 = 0;
              while (index < len) {
                const code3 = header.charCodeAt(index);
                const flags2 = CHAR_MAP[code3];
                if ((flags2 & stopFlags) !== 0) {
                  stop2 = flags2 & COMMA_FLAG;
                  break;
                }
                index++;
              }
              if (stop2 !== 0)
                break parameter;
              continue parameter;
            }
            if (code2 === BSLASH && index + 1 < len) {
              escaped = true;
              index += 2;
              continue;
            }
            index++;
          }
          continue parameter;
        }
        const valueStart = index;
        let stop = 0;
        let valueWhitespace = -1;
        while (index < len) {
          const code2 = header.charCodeAt(index);
          const flags2 = CHAR_MAP[code2];
          if ((flags2 & stopFlags) !== 0) {
            stop = flags2 & COMMA_FLAG;
            break;
          }
          if ((flags2 & OWS) !== 0) {
            if (valueWhitespace === -1)
              valueWhitespace = index;
          } else {
            valueWhitespace = -1;
          }
          index++;
        }
        if (parameters[key] === void 0) {
          const valueEnd = valueWhitespace === -1 ? index : valueWhitespace;
          parameters[key] = header.slice(valueStart, valueEnd);
        }
        if (stop !== 0)
          break parameter;
        continue parameter;
      }
      if ((flags & OWS) !== 0) {
        if (keyWhitespace === -1)
          keyWhitespace = index;
      } else {
        keyWhitespace = -1;
      }
      keyFlags |= code & NON_ASCII | flags;
      index++;
    }
  }
  return { type, index, parameters };
}
function unescapeQuotedPairs(str, start, end) {
  let result = "";
  for (let index = start; index < end; index++) {
    if (str.charCodeAt(index) === BSLASH) {
      result += str.slice(start, index);
      start = ++index;
    }
  }
  return result + str.slice(start, end);
}

// node_modules/json-with-bigint/json-with-bigint.js
var intRegex = /^-?\d+$/;
var noiseValue = /^-?\d+n+$/;
var originalStringify = JSON.stringify;
var originalParse = JSON.parse;
var customFormat = /^-?\d+n$/;
var bigIntsStringify = /([\[:])?"(-?\d+)n"($|\s*[,\}\]])/g;
var noiseStringify = /([\[:])?("-?\d+n+)n("$|"\s*[,\}\]])/g;
var isUnstringifiable = (val) => val === void 0 || typeof val === "function" || typeof val === "symbol";
var isRawJSON = (val) => val !== null && typeof val === "object" && val.constructor && val.constructor.name === "RawJSON";
var stringifyIteratively = (rootValue, replacer, spaceParam) => {
  let space = "";
  if (typeof spaceParam === "number") {
    space = " ".repeat(Math.min(10, Math.max(0, Math.floor(spaceParam))));
  } else if (typeof spaceParam === "string") {
    space = spaceParam.slice(0, 10);
  }
  const isFunctionReplacer = typeof replacer === "function";
  const propertyList = Array.isArray(replacer) ? new Set(replacer.map(String)) : null;
  const prepareVal = (parent, key, val) => {
    const isObject = val !== null && typeof val === "object";
    const hasToJSON = isObject && typeof val.toJSON === "function";
    if (hasToJSON) {
      val = val.toJSON(key);
    }
    const isNoise = typeof val === "string" && noiseValue.test(val);
    if (isNoise) return val + "n";
    const isBigInt = typeof val === "bigint";
    if (isBigInt) {
      const supportsRawJSON = "rawJSON" in JSON;
      if (supportsRawJSON) return JSON.rawJSON(val.toString());
      return val.toString() + "n";
    }
    if (isFunctionReplacer) {
      val = replacer.call(parent, key, val);
    }
    const isPostReplacerObject = val !== null && typeof val === "object";
    if (isPostReplacerObject) {
      const isPrimitiveWrapper = val instanceof Number || val instanceof String || val instanceof Boolean;
      if (isPrimitiveWrapper) {
        val = val.valueOf();
      }
    }
    return val;
  };
  const rootProcessed = prepareVal({ "": rootValue }, "", rootValue);
  if (isUnstringifiable(rootProcessed)) {
    return void 0;
  }
  const isRootPrimitive = rootProcessed === null || typeof rootProcessed !== "object";
  const isRootNativeRawJSON = isRawJSON(rootProcessed);
  if (isRootPrimitive || isRootNativeRawJSON) {
    return originalStringify(rootProcessed);
  }
  const chunks = [];
  let level = 0;
  const stack = [
    {
      parent: { "": rootProcessed },
      key: "",
      val: rootProcessed,
      isArray: Array.isArray(rootProcessed),
      keys: Array.isArray(rootProcessed) ? null : Object.keys(rootProcessed),
      index: 0,
      first: true
    }
  ];
  const visited = new WeakSet([rootProcessed]);
  while (stack.length > 0) {
    const node = stack[stack.length - 1];
    if (node.index === 0) {
      chunks.push(node.isArray ? "[" : "{");
      level++;
    }
    let isDone = false;
    if (node.isArray) {
      if (node.index < node.val.length) {
        if (!node.first) chunks.push(",");
        if (space) chunks.push("\n" + space.repeat(level));
        const childRaw = node.val[node.index];
        const childVal = prepareVal(node.val, String(node.index), childRaw);
        if (isUnstringifiable(childVal)) {
          chunks.push("null");
          node.first = false;
          node.index++;
        } else {
          const isComplexObject = childVal !== null && typeof childVal === "object";
          const isNativeRaw = isRawJSON(childVal);
          if (isComplexObject && !isNativeRaw) {
            if (visited.has(childVal)) {
              throw new TypeError("Converting circular structure to JSON");
            }
            visited.add(childVal);
            stack.push({
              parent: node.val,
              key: String(node.index),
              val: childVal,
              isArray: Array.isArray(childVal),
              keys: Array.isArray(childVal) ? null : Object.keys(childVal),
              index: 0,
              first: true
            });
            node.first = false;
            node.index++;
          } else {
            chunks.push(originalStringify(childVal));
            node.first = false;
            node.index++;
          }
        }
      } else {
        isDone = true;
      }
    } else {
      while (node.index < node.keys.length) {
        const k = node.keys[node.index++];
        const isFilteredOutByArray = propertyList && !propertyList.has(k);
        if (isFilteredOutByArray) continue;
        const childRaw = node.val[k];
        const childVal = prepareVal(node.val, k, childRaw);
        if (isUnstringifiable(childVal)) continue;
        if (!node.first) chunks.push(",");
        if (space) {
          chunks.push("\n" + space.repeat(level) + originalStringify(k) + ": ");
        } else {
          chunks.push(originalStringify(k) + ":");
        }
        const isComplexObject = childVal !== null && typeof childVal === "object";
        const isNativeRaw = isRawJSON(childVal);
        if (isComplexObject && !isNativeRaw) {
          if (visited.has(childVal)) {
            throw new TypeError("Converting circular structure to JSON");
          }
          visited.add(childVal);
          stack.push({
            parent: node.val,
            key: k,
            val: childVal,
            isArray: Array.isArray(childVal),
            keys: Array.isArray(childVal) ? null : Object.keys(childVal),
            index: 0,
            first: true
          });
          node.first = false;
          break;
        } else {
          chunks.push(originalStringify(childVal));
          node.first = false;
        }
      }
      const isNodeFullyProcessed = node.index >= node.keys.length && stack[stack.length - 1] === node;
      if (isNodeFullyProcessed) {
        isDone = true;
      }
    }
    if (isDone) {
      level--;
      if (!node.first && space) chunks.push("\n" + space.repeat(level));
      chunks.push(node.isArray ? "]" : "}");
      visited.delete(node.val);
      stack.pop();
    }
  }
  return chunks.join("");
};
var JSONStringify = (value, replacer, space) => {
  try {
    const supportsRawJSON = "rawJSON" in JSON;
    if (supportsRawJSON) {
      return originalStringify(
        value,
        (key, val) => {
          if (typeof val === "bigint") return JSON.rawJSON(val.toString());
          const hasFunctionReplacer = typeof replacer === "function";
          if (hasFunctionReplacer) return replacer(key, val);
          const isKeyInArrayReplacer = Array.isArray(replacer) && replacer.includes(key);
          if (isKeyInArrayReplacer) return val;
          return val;
        },
        space
      );
    }
    if (!value) return originalStringify(value, replacer, space);
    const convertedToCustomJSON = originalStringify(
      value,
      (key, val) => {
        const isNoise = typeof val === "string" && noiseValue.test(val);
        if (isNoise) return val.toString() + "n";
        if (typeof val === "bigint") return val.toString() + "n";
        const hasFunctionReplacer = typeof replacer === "function";
        if (hasFunctionReplacer) return replacer(key, val);
        const isKeyInArrayReplacer = Array.isArray(replacer) && replacer.includes(key);
        if (isKeyInArrayReplacer) return val;
        return val;
      },
      space
    );
    const processedJSON = convertedToCustomJSON.replace(
      bigIntsStringify,
      "$1$2$3"
    );
    const denoisedJSON = processedJSON.replace(noiseStringify, "$1$2$3");
    return denoisedJSON;
  } catch (error) {
    if (error instanceof RangeError) {
      const convertedJSON = stringifyIteratively(value, replacer, space);
      if (convertedJSON === void 0) return void 0;
      const supportsRawJSON = "rawJSON" in JSON;
      if (supportsRawJSON) return convertedJSON;
      const processedJSON = convertedJSON.replace(bigIntsStringify, "$1$2$3");
      return processedJSON.replace(noiseStringify, "$1$2$3");
    }
    throw error;
  }
};
var featureCache = /* @__PURE__ */ new Map();
var isContextSourceSupported = () => {
  const parseFingerprint = JSON.parse.toString();
  if (featureCache.has(parseFingerprint)) {
    return featureCache.get(parseFingerprint);
  }
  try {
    const result = JSON.parse(
      "1",
      (_, __, context3) => !!context3?.source && context3.source === "1"
    );
    featureCache.set(parseFingerprint, result);
    return result;
  } catch {
    featureCache.set(parseFingerprint, false);
    return false;
  }
};
var convertMarkedBigIntsReviver = (key, value, context3, userReviver) => {
  const isCustomFormatBigInt = typeof value === "string" && customFormat.test(value);
  if (isCustomFormatBigInt) return BigInt(value.slice(0, -1));
  const isNoiseValue = typeof value === "string" && noiseValue.test(value);
  if (isNoiseValue) return value.slice(0, -1);
  const hasUserReviver = typeof userReviver === "function";
  if (!hasUserReviver) return value;
  return userReviver(key, value, context3);
};
var JSONParseV2 = (text, reviver) => {
  return JSON.parse(text, (key, value, context3) => {
    const isNumber = typeof value === "number";
    const isOutOfBounds = value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER;
    const isBigNumber = isNumber && isOutOfBounds;
    const isInt = context3 && intRegex.test(context3.source);
    const isBigInt = isBigNumber && isInt;
    if (isBigInt) return BigInt(context3.source);
    const hasCustomReviver = typeof reviver === "function";
    if (!hasCustomReviver) return value;
    return reviver(key, value, context3);
  });
};
var MAX_INT = Number.MAX_SAFE_INTEGER.toString();
var MAX_DIGITS = MAX_INT.length;
var stringsOrLargeNumbers = /"(?:[^"\\]|\\.)*"|-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/g;
var noiseValueWithQuotes = /^"-?\d+n+"$/;
var applyReviverIteratively = (parsed, userReviver) => {
  const rootHolder = { "": parsed };
  const stack = [{ parent: rootHolder, key: "", visited: false }];
  while (stack.length > 0) {
    const node = stack[stack.length - 1];
    if (!node.visited) {
      node.visited = true;
      const value = node.parent[node.key];
      const isComplexObject = value !== null && typeof value === "object";
      if (isComplexObject) {
        const keys = Object.keys(value);
        for (let i = keys.length - 1; i >= 0; i--) {
          stack.push({ parent: value, key: keys[i], visited: false });
        }
      }
    } else {
      const { parent, key } = node;
      let value = parent[key];
      if (typeof value === "string") {
        const isCustomFormatBigInt = customFormat.test(value);
        if (isCustomFormatBigInt) {
          value = BigInt(value.slice(0, -1));
        } else {
          const isNoise = noiseValue.test(value);
          if (isNoise) value = value.slice(0, -1);
        }
      }
      const hasUserReviver = typeof userReviver === "function";
      if (hasUserReviver) {
        value = userReviver.call(parent, key, value);
      }
      const isDeleted = value === void 0;
      if (isDeleted) {
        delete parent[key];
      } else {
        parent[key] = value;
      }
      stack.pop();
    }
  }
  return rootHolder[""];
};
var serializeBigInts = (text) => {
  return text.replace(
    stringsOrLargeNumbers,
    (match, digits, fractional, exponential) => {
      const isString = match[0] === '"';
      const isNoise = isString && noiseValueWithQuotes.test(match);
      if (isNoise) return match.substring(0, match.length - 1) + 'n"';
      const hasFractionalOrExponential = fractional || exponential;
      const isLessThanMaxSafeInt = digits && (digits.length < MAX_DIGITS || digits.length === MAX_DIGITS && digits <= MAX_INT);
      const isStandardValue = isString || hasFractionalOrExponential || isLessThanMaxSafeInt;
      if (isStandardValue) return match;
      return '"' + match + 'n"';
    }
  );
};
var JSONParse = (text, reviver) => {
  if (!text) return originalParse(text, reviver);
  try {
    if (isContextSourceSupported()) return JSONParseV2(text, reviver);
    const serializedData = serializeBigInts(text);
    return originalParse(
      serializedData,
      (key, value, context3) => convertMarkedBigIntsReviver(key, value, context3, reviver)
    );
  } catch (error) {
    if (error instanceof RangeError) {
      const serializedData = serializeBigInts(text);
      const parsed = originalParse(serializedData);
      return applyReviverIteratively(parsed, reviver);
    }
    throw error;
  }
};

// node_modules/@octokit/request-error/dist-src/index.js
var RequestError = class extends Error {
  name;
  /**
   * http status code
   */
  status;
  /**
   * Request options that lead to the error.
   */
  request;
  /**
   * Response object if a response was received
   */
  response;
  constructor(message, statusCode, options) {
    super(message, { cause: options.cause });
    this.name = "HttpError";
    this.status = Number.parseInt(statusCode);
    if (Number.isNaN(this.status)) {
      this.status = 0;
    }
    if ("response" in options) {
      this.response = options.response;
    }
    const requestCopy = Object.assign({}, options.request);
    if (options.request.headers.authorization) {
      requestCopy.headers = Object.assign({}, options.request.headers, {
        authorization: options.request.headers.authorization.replace(
          /(?<! ) .*$/,
          " [REDACTED]"
        )
      });
    }
    requestCopy.url = requestCopy.url.replace(/\bclient_secret=\w+/g, "client_secret=[REDACTED]").replace(/\baccess_token=\w+/g, "access_token=[REDACTED]");
    this.request = requestCopy;
  }
};

// node_modules/@octokit/request/dist-bundle/index.js
var VERSION2 = "10.0.16";
var defaults_default = {
  headers: {
    "user-agent": `octokit-request.js/${VERSION2} ${getUserAgent()}`
  }
};
function isPlainObject2(value) {
  if (typeof value !== "object" || value === null) return false;
  if (Object.prototype.toString.call(value) !== "[object Object]") return false;
  const proto = Object.getPrototypeOf(value);
  if (proto === null) return true;
  const Ctor = Object.prototype.hasOwnProperty.call(proto, "constructor") && proto.constructor;
  return typeof Ctor === "function" && Ctor instanceof Ctor && Function.prototype.call(Ctor) === Function.prototype.call(value);
}
var noop = () => "";
async function fetchWrapper(requestOptions) {
  const fetch2 = requestOptions.request?.fetch || globalThis.fetch;
  if (!fetch2) {
    throw new Error(
      "fetch is not set. Please pass a fetch implementation as new Octokit({ request: { fetch }}). Learn more at https://github.com/octokit/octokit.js/#fetch-missing"
    );
  }
  const log = requestOptions.request?.log || console;
  const parseSuccessResponseBody = requestOptions.request?.parseSuccessResponseBody !== false;
  const body = isPlainObject2(requestOptions.body) || Array.isArray(requestOptions.body) ? JSONStringify(requestOptions.body) : requestOptions.body;
  const requestHeaders = Object.fromEntries(
    Object.entries(requestOptions.headers).map(([name, value]) => [
      name,
      String(value)
    ])
  );
  let fetchResponse;
  try {
    fetchResponse = await fetch2(requestOptions.url, {
      method: requestOptions.method,
      body,
      redirect: requestOptions.request?.redirect,
      headers: requestHeaders,
      signal: requestOptions.request?.signal,
      // duplex must be set if request.body is ReadableStream or Async Iterables.
      // See https://fetch.spec.whatwg.org/#dom-requestinit-duplex.
      ...requestOptions.body && { duplex: "half" }
    });
  } catch (error) {
    let message = "Unknown Error";
    if (error instanceof Error) {
      if (error.name === "AbortError") {
        error.status = 500;
        throw error;
      }
      message = error.message;
      if (error.name === "TypeError" && "cause" in error) {
        if (error.cause instanceof Error) {
          message = error.cause.message;
        } else if (typeof error.cause === "string") {
          message = error.cause;
        }
      }
    }
    const requestError = new RequestError(message, 500, {
      request: requestOptions
    });
    requestError.cause = error;
    throw requestError;
  }
  const status = fetchResponse.status;
  const url = fetchResponse.url;
  const responseHeaders = {};
  for (const [key, value] of fetchResponse.headers) {
    responseHeaders[key] = value;
  }
  const octokitResponse = {
    url,
    status,
    headers: responseHeaders,
    data: ""
  };
  if ("deprecation" in responseHeaders) {
    const matches = responseHeaders.link && responseHeaders.link.match(/<([^<>]+)>; rel="deprecation"/);
    const deprecationLink = matches && matches.pop();
    log.warn(
      `[@octokit/request] "${requestOptions.method} ${requestOptions.url}" is deprecated. It is scheduled to be removed on ${responseHeaders.sunset}${deprecationLink ? `. See ${deprecationLink}` : ""}`
    );
  }
  if (status === 204 || status === 205) {
    return octokitResponse;
  }
  if (requestOptions.method === "HEAD") {
    if (status < 400) {
      return octokitResponse;
    }
    throw new RequestError(fetchResponse.statusText, status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status === 304) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError("Not modified", status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  if (status >= 400) {
    octokitResponse.data = await getResponseData(fetchResponse);
    throw new RequestError(toErrorMessage(octokitResponse.data), status, {
      response: octokitResponse,
      request: requestOptions
    });
  }
  octokitResponse.data = parseSuccessResponseBody ? await getResponseData(fetchResponse) : fetchResponse.body;
  return octokitResponse;
}
async function getResponseData(response) {
  const contentType = response.headers.get("content-type");
  if (!contentType) {
    return response.text().catch(noop);
  }
  const mimetype = parse2(contentType);
  if (isJSONResponse(mimetype)) {
    let text = "";
    try {
      text = await response.text();
      return JSONParse(text);
    } catch (err) {
      return text;
    }
  } else if (mimetype.type.startsWith("text/") || // `application/octet-stream` is the canonical "arbitrary binary" type
  // (RFC 2046) and must never be decoded as text, even when the response
  // carries a (misleading) `charset=utf-8` parameter — see #751.
  mimetype.parameters.charset?.toLowerCase() === "utf-8" && mimetype.type !== "application/octet-stream") {
    return response.text().catch(noop);
  } else {
    return response.arrayBuffer().catch(
      /* v8 ignore next -- @preserve */
      () => new ArrayBuffer(0)
    );
  }
}
function isJSONResponse(mimetype) {
  return mimetype.type === "application/json" || mimetype.type === "application/scim+json";
}
function toErrorMessage(data) {
  if (typeof data === "string") {
    return data;
  }
  if (data instanceof ArrayBuffer) {
    return "Unknown error";
  }
  if (typeof data === "object" && data !== null && "message" in data) {
    const objectData = data;
    const suffix = "documentation_url" in objectData ? ` - ${objectData.documentation_url}` : "";
    return Array.isArray(objectData.errors) ? `${objectData.message}: ${objectData.errors.map((v) => JSON.stringify(v)).join(", ")}${suffix}` : `${objectData.message}${suffix}`;
  }
  return `Unknown error: ${JSON.stringify(data)}`;
}
function withDefaults2(oldEndpoint, newDefaults) {
  const endpoint2 = oldEndpoint.defaults(newDefaults);
  const newApi = function(route, parameters) {
    const endpointOptions = endpoint2.merge(route, parameters);
    if (!endpointOptions.request || !endpointOptions.request.hook) {
      return fetchWrapper(endpoint2.parse(endpointOptions));
    }
    const request2 = (route2, parameters2) => {
      return fetchWrapper(
        endpoint2.parse(endpoint2.merge(route2, parameters2))
      );
    };
    Object.assign(request2, {
      endpoint: endpoint2,
      defaults: withDefaults2.bind(null, endpoint2)
    });
    return endpointOptions.request.hook(request2, endpointOptions);
  };
  return Object.assign(newApi, {
    endpoint: endpoint2,
    defaults: withDefaults2.bind(null, endpoint2)
  });
}
var request = withDefaults2(endpoint, defaults_default);

// node_modules/@octokit/graphql/dist-bundle/index.js
var VERSION3 = "0.0.0-development";
function _buildMessageForResponseErrors(data) {
  return `Request failed due to following response errors:
` + data.errors.map((e) => ` - ${e.message}`).join("\n");
}
var GraphqlResponseError = class extends Error {
  constructor(request2, headers, response) {
    super(_buildMessageForResponseErrors(response));
    this.request = request2;
    this.headers = headers;
    this.response = response;
    this.errors = response.errors;
    this.data = response.data;
    if (Error.captureStackTrace) {
      Error.captureStackTrace(this, this.constructor);
    }
  }
  request;
  headers;
  response;
  name = "GraphqlResponseError";
  errors;
  data;
};
var NON_VARIABLE_OPTIONS = [
  "method",
  "baseUrl",
  "url",
  "headers",
  "request",
  "query",
  "mediaType",
  "operationName"
];
var FORBIDDEN_VARIABLE_OPTIONS = ["query", "method", "url"];
var GHES_V3_SUFFIX_REGEX = /\/api\/v3\/?$/;
function graphql(request2, query, options) {
  if (options) {
    if (typeof query === "string" && "query" in options) {
      return Promise.reject(
        new Error(`[@octokit/graphql] "query" cannot be used as variable name`)
      );
    }
    for (const key in options) {
      if (!FORBIDDEN_VARIABLE_OPTIONS.includes(key)) continue;
      return Promise.reject(
        new Error(
          `[@octokit/graphql] "${key}" cannot be used as variable name`
        )
      );
    }
  }
  const parsedOptions = typeof query === "string" ? Object.assign({ query }, options) : query;
  const requestOptions = Object.keys(
    parsedOptions
  ).reduce((result, key) => {
    if (NON_VARIABLE_OPTIONS.includes(key)) {
      result[key] = parsedOptions[key];
      return result;
    }
    if (!result.variables) {
      result.variables = {};
    }
    result.variables[key] = parsedOptions[key];
    return result;
  }, {});
  const baseUrl2 = parsedOptions.baseUrl || request2.endpoint.DEFAULTS.baseUrl;
  if (GHES_V3_SUFFIX_REGEX.test(baseUrl2)) {
    requestOptions.url = baseUrl2.replace(GHES_V3_SUFFIX_REGEX, "/api/graphql");
  }
  return request2(requestOptions).then((response) => {
    if (response.data.errors) {
      const headers = {};
      for (const key of Object.keys(response.headers)) {
        headers[key] = response.headers[key];
      }
      throw new GraphqlResponseError(
        requestOptions,
        headers,
        response.data
      );
    }
    return response.data.data;
  });
}
function withDefaults3(request2, newDefaults) {
  const newRequest = request2.defaults(newDefaults);
  const newApi = (query, options) => {
    return graphql(newRequest, query, options);
  };
  return Object.assign(newApi, {
    defaults: withDefaults3.bind(null, newRequest),
    endpoint: newRequest.endpoint
  });
}
var graphql2 = withDefaults3(request, {
  headers: {
    "user-agent": `octokit-graphql.js/${VERSION3} ${getUserAgent()}`
  },
  method: "POST",
  url: "/graphql"
});
function withCustomRequest(customRequest) {
  return withDefaults3(customRequest, {
    method: "POST",
    url: "/graphql"
  });
}

// node_modules/@octokit/auth-token/dist-bundle/index.js
var b64url = "(?:[a-zA-Z0-9_-]+)";
var sep = "\\.";
var jwtRE = new RegExp(`^${b64url}${sep}${b64url}${sep}${b64url}$`);
var isJWT = jwtRE.test.bind(jwtRE);
async function auth(token) {
  const isApp = isJWT(token);
  const isInstallation = token.startsWith("v1.") || token.startsWith("ghs_");
  const isUserToServer = token.startsWith("ghu_");
  const tokenType = isApp ? "app" : isInstallation ? "installation" : isUserToServer ? "user-to-server" : "oauth";
  return {
    type: "token",
    token,
    tokenType
  };
}
function withAuthorizationPrefix(token) {
  if (token.split(/\./).length === 3) {
    return `bearer ${token}`;
  }
  return `token ${token}`;
}
async function hook(token, request2, route, parameters) {
  const endpoint2 = request2.endpoint.merge(
    route,
    parameters
  );
  endpoint2.headers.authorization = withAuthorizationPrefix(token);
  return request2(endpoint2);
}
var createTokenAuth = function createTokenAuth2(token) {
  if (!token) {
    throw new Error("[@octokit/auth-token] No token passed to createTokenAuth");
  }
  if (typeof token !== "string") {
    throw new Error(
      "[@octokit/auth-token] Token passed to createTokenAuth is not a string"
    );
  }
  token = token.replace(/^(token|bearer) +/i, "");
  return Object.assign(auth.bind(null, token), {
    hook: hook.bind(null, token)
  });
};

// node_modules/@octokit/core/dist-src/version.js
var VERSION4 = "7.0.8";

// node_modules/@octokit/core/dist-src/index.js
var noop2 = () => {
};
var consoleWarn = console.warn.bind(console);
var consoleError = console.error.bind(console);
function createLogger(logger = {}) {
  if (typeof logger.debug !== "function") {
    logger.debug = noop2;
  }
  if (typeof logger.info !== "function") {
    logger.info = noop2;
  }
  if (typeof logger.warn !== "function") {
    logger.warn = consoleWarn;
  }
  if (typeof logger.error !== "function") {
    logger.error = consoleError;
  }
  return logger;
}
var userAgentTrail = `octokit-core.js/${VERSION4} ${getUserAgent()}`;
var Octokit = class {
  static VERSION = VERSION4;
  static defaults(defaults2) {
    const OctokitWithDefaults = class extends this {
      constructor(...args) {
        const options = args[0] || {};
        if (typeof defaults2 === "function") {
          super(defaults2(options));
          return;
        }
        super(
          Object.assign(
            {},
            defaults2,
            options,
            options.userAgent && defaults2.userAgent ? {
              userAgent: `${options.userAgent} ${defaults2.userAgent}`
            } : null
          )
        );
      }
    };
    return OctokitWithDefaults;
  }
  static plugins = [];
  /**
   * Attach a plugin (or many) to your Octokit instance.
   *
   * @example
   * const API = Octokit.plugin(plugin1, plugin2, plugin3, ...)
   */
  static plugin(...newPlugins) {
    const currentPlugins = this.plugins;
    const NewOctokit = class extends this {
      static plugins = currentPlugins.concat(
        newPlugins.filter((plugin) => !currentPlugins.includes(plugin))
      );
    };
    return NewOctokit;
  }
  constructor(options = {}) {
    const hook2 = new before_after_hook_default.Collection();
    const requestDefaults = {
      baseUrl: request.endpoint.DEFAULTS.baseUrl,
      headers: {},
      request: Object.assign({}, options.request, {
        // @ts-ignore internal usage only, no need to type
        hook: hook2.bind(null, "request")
      }),
      mediaType: {
        previews: [],
        format: ""
      }
    };
    requestDefaults.headers["user-agent"] = options.userAgent ? `${options.userAgent} ${userAgentTrail}` : userAgentTrail;
    if (options.baseUrl) {
      requestDefaults.baseUrl = options.baseUrl;
    }
    if (options.previews) {
      requestDefaults.mediaType.previews = options.previews;
    }
    if (options.timeZone) {
      requestDefaults.headers["time-zone"] = options.timeZone;
    }
    this.request = request.defaults(requestDefaults);
    this.graphql = withCustomRequest(this.request).defaults(requestDefaults);
    this.log = createLogger(options.log);
    this.hook = hook2;
    if (!options.authStrategy) {
      if (!options.auth) {
        this.auth = async () => ({
          type: "unauthenticated"
        });
      } else {
        const auth2 = createTokenAuth(options.auth);
        hook2.wrap("request", auth2.hook);
        this.auth = auth2;
      }
    } else {
      const { authStrategy, ...otherOptions } = options;
      const auth2 = authStrategy(
        Object.assign(
          {
            request: this.request,
            log: this.log,
            // we pass the current octokit instance as well as its constructor options
            // to allow for authentication strategies that return a new octokit instance
            // that shares the same internal state as the current one. The original
            // requirement for this was the "event-octokit" authentication strategy
            // of https://github.com/probot/octokit-auth-probot.
            octokit: this,
            octokitOptions: otherOptions
          },
          options.auth
        )
      );
      hook2.wrap("request", auth2.hook);
      this.auth = auth2;
    }
    const classConstructor = this.constructor;
    for (let i = 0; i < classConstructor.plugins.length; ++i) {
      Object.assign(this, classConstructor.plugins[i](this, options));
    }
  }
  // assigned during constructor
  request;
  graphql;
  log;
  hook;
  // TODO: type `octokit.auth` based on passed options.authStrategy
  auth;
};

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/version.js
var VERSION5 = "17.0.0";

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/generated/endpoints.js
var Endpoints = {
  actions: {
    addCustomLabelsToSelfHostedRunnerForOrg: [
      "POST /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    addCustomLabelsToSelfHostedRunnerForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    addRepoAccessToSelfHostedRunnerGroupInOrg: [
      "PUT /orgs/{org}/actions/runner-groups/{runner_group_id}/repositories/{repository_id}"
    ],
    addSelectedRepoToOrgSecret: [
      "PUT /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"
    ],
    addSelectedRepoToOrgVariable: [
      "PUT /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"
    ],
    approveWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/approve"
    ],
    cancelWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/cancel"
    ],
    createEnvironmentVariable: [
      "POST /repos/{owner}/{repo}/environments/{environment_name}/variables"
    ],
    createHostedRunnerForOrg: ["POST /orgs/{org}/actions/hosted-runners"],
    createOrUpdateEnvironmentSecret: [
      "PUT /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"
    ],
    createOrUpdateOrgSecret: ["PUT /orgs/{org}/actions/secrets/{secret_name}"],
    createOrUpdateRepoSecret: [
      "PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}"
    ],
    createOrgVariable: ["POST /orgs/{org}/actions/variables"],
    createRegistrationTokenForOrg: [
      "POST /orgs/{org}/actions/runners/registration-token"
    ],
    createRegistrationTokenForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/registration-token"
    ],
    createRemoveTokenForOrg: ["POST /orgs/{org}/actions/runners/remove-token"],
    createRemoveTokenForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/remove-token"
    ],
    createRepoVariable: ["POST /repos/{owner}/{repo}/actions/variables"],
    createWorkflowDispatch: [
      "POST /repos/{owner}/{repo}/actions/workflows/{workflow_id}/dispatches"
    ],
    deleteActionsCacheById: [
      "DELETE /repos/{owner}/{repo}/actions/caches/{cache_id}"
    ],
    deleteActionsCacheByKey: [
      "DELETE /repos/{owner}/{repo}/actions/caches{?key,ref}"
    ],
    deleteArtifact: [
      "DELETE /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"
    ],
    deleteCustomImageFromOrg: [
      "DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"
    ],
    deleteCustomImageVersionFromOrg: [
      "DELETE /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"
    ],
    deleteEnvironmentSecret: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"
    ],
    deleteEnvironmentVariable: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"
    ],
    deleteHostedRunnerForOrg: [
      "DELETE /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"
    ],
    deleteOrgSecret: ["DELETE /orgs/{org}/actions/secrets/{secret_name}"],
    deleteOrgVariable: ["DELETE /orgs/{org}/actions/variables/{name}"],
    deleteRepoSecret: [
      "DELETE /repos/{owner}/{repo}/actions/secrets/{secret_name}"
    ],
    deleteRepoVariable: [
      "DELETE /repos/{owner}/{repo}/actions/variables/{name}"
    ],
    deleteSelfHostedRunnerFromOrg: [
      "DELETE /orgs/{org}/actions/runners/{runner_id}"
    ],
    deleteSelfHostedRunnerFromRepo: [
      "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}"
    ],
    deleteWorkflowRun: ["DELETE /repos/{owner}/{repo}/actions/runs/{run_id}"],
    deleteWorkflowRunLogs: [
      "DELETE /repos/{owner}/{repo}/actions/runs/{run_id}/logs"
    ],
    disableSelectedRepositoryGithubActionsOrganization: [
      "DELETE /orgs/{org}/actions/permissions/repositories/{repository_id}"
    ],
    disableWorkflow: [
      "PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/disable"
    ],
    downloadArtifact: [
      "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}"
    ],
    downloadJobLogsForWorkflowRun: [
      "GET /repos/{owner}/{repo}/actions/jobs/{job_id}/logs"
    ],
    downloadWorkflowRunAttemptLogs: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/logs"
    ],
    downloadWorkflowRunLogs: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/logs"
    ],
    enableSelectedRepositoryGithubActionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/repositories/{repository_id}"
    ],
    enableWorkflow: [
      "PUT /repos/{owner}/{repo}/actions/workflows/{workflow_id}/enable"
    ],
    forceCancelWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/force-cancel"
    ],
    generateRunnerJitconfigForOrg: [
      "POST /orgs/{org}/actions/runners/generate-jitconfig"
    ],
    generateRunnerJitconfigForRepo: [
      "POST /repos/{owner}/{repo}/actions/runners/generate-jitconfig"
    ],
    getActionsCacheList: ["GET /repos/{owner}/{repo}/actions/caches"],
    getActionsCacheUsage: ["GET /repos/{owner}/{repo}/actions/cache/usage"],
    getActionsCacheUsageByRepoForOrg: [
      "GET /orgs/{org}/actions/cache/usage-by-repository"
    ],
    getActionsCacheUsageForOrg: ["GET /orgs/{org}/actions/cache/usage"],
    getAllowedActionsOrganization: [
      "GET /orgs/{org}/actions/permissions/selected-actions"
    ],
    getAllowedActionsRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions/selected-actions"
    ],
    getArtifact: ["GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}"],
    getCustomImageForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}"
    ],
    getCustomImageVersionForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions/{version}"
    ],
    getCustomOidcSubClaimForRepo: [
      "GET /repos/{owner}/{repo}/actions/oidc/customization/sub"
    ],
    getEnvironmentPublicKey: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key"
    ],
    getEnvironmentSecret: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}"
    ],
    getEnvironmentVariable: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"
    ],
    getGithubActionsDefaultWorkflowPermissionsOrganization: [
      "GET /orgs/{org}/actions/permissions/workflow"
    ],
    getGithubActionsDefaultWorkflowPermissionsRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions/workflow"
    ],
    getGithubActionsPermissionsOrganization: [
      "GET /orgs/{org}/actions/permissions"
    ],
    getGithubActionsPermissionsRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions"
    ],
    getHostedRunnerForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"
    ],
    getHostedRunnersGithubOwnedImagesForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/github-owned"
    ],
    getHostedRunnersLimitsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/limits"
    ],
    getHostedRunnersMachineSpecsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/machine-sizes"
    ],
    getHostedRunnersPartnerImagesForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/partner"
    ],
    getHostedRunnersPlatformsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/platforms"
    ],
    getJobForWorkflowRun: ["GET /repos/{owner}/{repo}/actions/jobs/{job_id}"],
    getOrgPublicKey: ["GET /orgs/{org}/actions/secrets/public-key"],
    getOrgSecret: ["GET /orgs/{org}/actions/secrets/{secret_name}"],
    getOrgVariable: ["GET /orgs/{org}/actions/variables/{name}"],
    getPendingDeploymentsForRun: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"
    ],
    getRepoPermissions: [
      "GET /repos/{owner}/{repo}/actions/permissions",
      {},
      { renamed: ["actions", "getGithubActionsPermissionsRepository"] }
    ],
    getRepoPublicKey: ["GET /repos/{owner}/{repo}/actions/secrets/public-key"],
    getRepoSecret: ["GET /repos/{owner}/{repo}/actions/secrets/{secret_name}"],
    getRepoVariable: ["GET /repos/{owner}/{repo}/actions/variables/{name}"],
    getReviewsForRun: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals"
    ],
    getSelfHostedRunnerForOrg: ["GET /orgs/{org}/actions/runners/{runner_id}"],
    getSelfHostedRunnerForRepo: [
      "GET /repos/{owner}/{repo}/actions/runners/{runner_id}"
    ],
    getWorkflow: ["GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}"],
    getWorkflowAccessToRepository: [
      "GET /repos/{owner}/{repo}/actions/permissions/access"
    ],
    getWorkflowRun: ["GET /repos/{owner}/{repo}/actions/runs/{run_id}"],
    getWorkflowRunAttempt: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}"
    ],
    getWorkflowRunUsage: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/timing"
    ],
    getWorkflowUsage: [
      "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/timing"
    ],
    listArtifactsForRepo: ["GET /repos/{owner}/{repo}/actions/artifacts"],
    listCustomImageVersionsForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom/{image_definition_id}/versions"
    ],
    listCustomImagesForOrg: [
      "GET /orgs/{org}/actions/hosted-runners/images/custom"
    ],
    listEnvironmentSecrets: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/secrets"
    ],
    listEnvironmentVariables: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/variables"
    ],
    listGithubHostedRunnersInGroupForOrg: [
      "GET /orgs/{org}/actions/runner-groups/{runner_group_id}/hosted-runners"
    ],
    listHostedRunnersForOrg: ["GET /orgs/{org}/actions/hosted-runners"],
    listJobsForWorkflowRun: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/jobs"
    ],
    listJobsForWorkflowRunAttempt: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/attempts/{attempt_number}/jobs"
    ],
    listLabelsForSelfHostedRunnerForOrg: [
      "GET /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    listLabelsForSelfHostedRunnerForRepo: [
      "GET /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    listOrgSecrets: ["GET /orgs/{org}/actions/secrets"],
    listOrgVariables: ["GET /orgs/{org}/actions/variables"],
    listRepoOrganizationSecrets: [
      "GET /repos/{owner}/{repo}/actions/organization-secrets"
    ],
    listRepoOrganizationVariables: [
      "GET /repos/{owner}/{repo}/actions/organization-variables"
    ],
    listRepoSecrets: ["GET /repos/{owner}/{repo}/actions/secrets"],
    listRepoVariables: ["GET /repos/{owner}/{repo}/actions/variables"],
    listRepoWorkflows: ["GET /repos/{owner}/{repo}/actions/workflows"],
    listRunnerApplicationsForOrg: ["GET /orgs/{org}/actions/runners/downloads"],
    listRunnerApplicationsForRepo: [
      "GET /repos/{owner}/{repo}/actions/runners/downloads"
    ],
    listSelectedReposForOrgSecret: [
      "GET /orgs/{org}/actions/secrets/{secret_name}/repositories"
    ],
    listSelectedReposForOrgVariable: [
      "GET /orgs/{org}/actions/variables/{name}/repositories"
    ],
    listSelectedRepositoriesEnabledGithubActionsOrganization: [
      "GET /orgs/{org}/actions/permissions/repositories"
    ],
    listSelfHostedRunnersForOrg: ["GET /orgs/{org}/actions/runners"],
    listSelfHostedRunnersForRepo: ["GET /repos/{owner}/{repo}/actions/runners"],
    listWorkflowRunArtifacts: [
      "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts"
    ],
    listWorkflowRuns: [
      "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs"
    ],
    listWorkflowRunsForRepo: ["GET /repos/{owner}/{repo}/actions/runs"],
    reRunJobForWorkflowRun: [
      "POST /repos/{owner}/{repo}/actions/jobs/{job_id}/rerun"
    ],
    reRunWorkflow: ["POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun"],
    reRunWorkflowFailedJobs: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs"
    ],
    removeAllCustomLabelsFromSelfHostedRunnerForOrg: [
      "DELETE /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    removeAllCustomLabelsFromSelfHostedRunnerForRepo: [
      "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    removeCustomLabelFromSelfHostedRunnerForOrg: [
      "DELETE /orgs/{org}/actions/runners/{runner_id}/labels/{name}"
    ],
    removeCustomLabelFromSelfHostedRunnerForRepo: [
      "DELETE /repos/{owner}/{repo}/actions/runners/{runner_id}/labels/{name}"
    ],
    removeSelectedRepoFromOrgSecret: [
      "DELETE /orgs/{org}/actions/secrets/{secret_name}/repositories/{repository_id}"
    ],
    removeSelectedRepoFromOrgVariable: [
      "DELETE /orgs/{org}/actions/variables/{name}/repositories/{repository_id}"
    ],
    reviewCustomGatesForRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/deployment_protection_rule"
    ],
    reviewPendingDeploymentsForRun: [
      "POST /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments"
    ],
    setAllowedActionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/selected-actions"
    ],
    setAllowedActionsRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions/selected-actions"
    ],
    setCustomLabelsForSelfHostedRunnerForOrg: [
      "PUT /orgs/{org}/actions/runners/{runner_id}/labels"
    ],
    setCustomLabelsForSelfHostedRunnerForRepo: [
      "PUT /repos/{owner}/{repo}/actions/runners/{runner_id}/labels"
    ],
    setCustomOidcSubClaimForRepo: [
      "PUT /repos/{owner}/{repo}/actions/oidc/customization/sub"
    ],
    setGithubActionsDefaultWorkflowPermissionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/workflow"
    ],
    setGithubActionsDefaultWorkflowPermissionsRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions/workflow"
    ],
    setGithubActionsPermissionsOrganization: [
      "PUT /orgs/{org}/actions/permissions"
    ],
    setGithubActionsPermissionsRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions"
    ],
    setSelectedReposForOrgSecret: [
      "PUT /orgs/{org}/actions/secrets/{secret_name}/repositories"
    ],
    setSelectedReposForOrgVariable: [
      "PUT /orgs/{org}/actions/variables/{name}/repositories"
    ],
    setSelectedRepositoriesEnabledGithubActionsOrganization: [
      "PUT /orgs/{org}/actions/permissions/repositories"
    ],
    setWorkflowAccessToRepository: [
      "PUT /repos/{owner}/{repo}/actions/permissions/access"
    ],
    updateEnvironmentVariable: [
      "PATCH /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}"
    ],
    updateHostedRunnerForOrg: [
      "PATCH /orgs/{org}/actions/hosted-runners/{hosted_runner_id}"
    ],
    updateOrgVariable: ["PATCH /orgs/{org}/actions/variables/{name}"],
    updateRepoVariable: [
      "PATCH /repos/{owner}/{repo}/actions/variables/{name}"
    ]
  },
  activity: {
    checkRepoIsStarredByAuthenticatedUser: ["GET /user/starred/{owner}/{repo}"],
    deleteRepoSubscription: ["DELETE /repos/{owner}/{repo}/subscription"],
    deleteThreadSubscription: [
      "DELETE /notifications/threads/{thread_id}/subscription"
    ],
    getFeeds: ["GET /feeds"],
    getRepoSubscription: ["GET /repos/{owner}/{repo}/subscription"],
    getThread: ["GET /notifications/threads/{thread_id}"],
    getThreadSubscriptionForAuthenticatedUser: [
      "GET /notifications/threads/{thread_id}/subscription"
    ],
    listEventsForAuthenticatedUser: ["GET /users/{username}/events"],
    listNotificationsForAuthenticatedUser: ["GET /notifications"],
    listOrgEventsForAuthenticatedUser: [
      "GET /users/{username}/events/orgs/{org}"
    ],
    listPublicEvents: ["GET /events"],
    listPublicEventsForRepoNetwork: ["GET /networks/{owner}/{repo}/events"],
    listPublicEventsForUser: ["GET /users/{username}/events/public"],
    listPublicOrgEvents: ["GET /orgs/{org}/events"],
    listReceivedEventsForUser: ["GET /users/{username}/received_events"],
    listReceivedPublicEventsForUser: [
      "GET /users/{username}/received_events/public"
    ],
    listRepoEvents: ["GET /repos/{owner}/{repo}/events"],
    listRepoNotificationsForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/notifications"
    ],
    listReposStarredByAuthenticatedUser: ["GET /user/starred"],
    listReposStarredByUser: ["GET /users/{username}/starred"],
    listReposWatchedByUser: ["GET /users/{username}/subscriptions"],
    listStargazersForRepo: ["GET /repos/{owner}/{repo}/stargazers"],
    listWatchedReposForAuthenticatedUser: ["GET /user/subscriptions"],
    listWatchersForRepo: ["GET /repos/{owner}/{repo}/subscribers"],
    markNotificationsAsRead: ["PUT /notifications"],
    markRepoNotificationsAsRead: ["PUT /repos/{owner}/{repo}/notifications"],
    markThreadAsDone: ["DELETE /notifications/threads/{thread_id}"],
    markThreadAsRead: ["PATCH /notifications/threads/{thread_id}"],
    setRepoSubscription: ["PUT /repos/{owner}/{repo}/subscription"],
    setThreadSubscription: [
      "PUT /notifications/threads/{thread_id}/subscription"
    ],
    starRepoForAuthenticatedUser: ["PUT /user/starred/{owner}/{repo}"],
    unstarRepoForAuthenticatedUser: ["DELETE /user/starred/{owner}/{repo}"]
  },
  apps: {
    addRepoToInstallation: [
      "PUT /user/installations/{installation_id}/repositories/{repository_id}",
      {},
      { renamed: ["apps", "addRepoToInstallationForAuthenticatedUser"] }
    ],
    addRepoToInstallationForAuthenticatedUser: [
      "PUT /user/installations/{installation_id}/repositories/{repository_id}"
    ],
    checkToken: ["POST /applications/{client_id}/token"],
    createFromManifest: ["POST /app-manifests/{code}/conversions"],
    createInstallationAccessToken: [
      "POST /app/installations/{installation_id}/access_tokens"
    ],
    deleteAuthorization: ["DELETE /applications/{client_id}/grant"],
    deleteInstallation: ["DELETE /app/installations/{installation_id}"],
    deleteToken: ["DELETE /applications/{client_id}/token"],
    getAuthenticated: ["GET /app"],
    getBySlug: ["GET /apps/{app_slug}"],
    getInstallation: ["GET /app/installations/{installation_id}"],
    getOrgInstallation: ["GET /orgs/{org}/installation"],
    getRepoInstallation: ["GET /repos/{owner}/{repo}/installation"],
    getSubscriptionPlanForAccount: [
      "GET /marketplace_listing/accounts/{account_id}"
    ],
    getSubscriptionPlanForAccountStubbed: [
      "GET /marketplace_listing/stubbed/accounts/{account_id}"
    ],
    getUserInstallation: ["GET /users/{username}/installation"],
    getWebhookConfigForApp: ["GET /app/hook/config"],
    getWebhookDelivery: ["GET /app/hook/deliveries/{delivery_id}"],
    listAccountsForPlan: ["GET /marketplace_listing/plans/{plan_id}/accounts"],
    listAccountsForPlanStubbed: [
      "GET /marketplace_listing/stubbed/plans/{plan_id}/accounts"
    ],
    listInstallationReposForAuthenticatedUser: [
      "GET /user/installations/{installation_id}/repositories"
    ],
    listInstallationRequestsForAuthenticatedApp: [
      "GET /app/installation-requests"
    ],
    listInstallations: ["GET /app/installations"],
    listInstallationsForAuthenticatedUser: ["GET /user/installations"],
    listPlans: ["GET /marketplace_listing/plans"],
    listPlansStubbed: ["GET /marketplace_listing/stubbed/plans"],
    listReposAccessibleToInstallation: ["GET /installation/repositories"],
    listSubscriptionsForAuthenticatedUser: ["GET /user/marketplace_purchases"],
    listSubscriptionsForAuthenticatedUserStubbed: [
      "GET /user/marketplace_purchases/stubbed"
    ],
    listWebhookDeliveries: ["GET /app/hook/deliveries"],
    redeliverWebhookDelivery: [
      "POST /app/hook/deliveries/{delivery_id}/attempts"
    ],
    removeRepoFromInstallation: [
      "DELETE /user/installations/{installation_id}/repositories/{repository_id}",
      {},
      { renamed: ["apps", "removeRepoFromInstallationForAuthenticatedUser"] }
    ],
    removeRepoFromInstallationForAuthenticatedUser: [
      "DELETE /user/installations/{installation_id}/repositories/{repository_id}"
    ],
    resetToken: ["PATCH /applications/{client_id}/token"],
    revokeInstallationAccessToken: ["DELETE /installation/token"],
    scopeToken: ["POST /applications/{client_id}/token/scoped"],
    suspendInstallation: ["PUT /app/installations/{installation_id}/suspended"],
    unsuspendInstallation: [
      "DELETE /app/installations/{installation_id}/suspended"
    ],
    updateWebhookConfigForApp: ["PATCH /app/hook/config"]
  },
  billing: {
    getGithubActionsBillingOrg: ["GET /orgs/{org}/settings/billing/actions"],
    getGithubActionsBillingUser: [
      "GET /users/{username}/settings/billing/actions"
    ],
    getGithubBillingPremiumRequestUsageReportOrg: [
      "GET /organizations/{org}/settings/billing/premium_request/usage"
    ],
    getGithubBillingPremiumRequestUsageReportUser: [
      "GET /users/{username}/settings/billing/premium_request/usage"
    ],
    getGithubBillingUsageReportOrg: [
      "GET /organizations/{org}/settings/billing/usage"
    ],
    getGithubBillingUsageReportUser: [
      "GET /users/{username}/settings/billing/usage"
    ],
    getGithubPackagesBillingOrg: ["GET /orgs/{org}/settings/billing/packages"],
    getGithubPackagesBillingUser: [
      "GET /users/{username}/settings/billing/packages"
    ],
    getSharedStorageBillingOrg: [
      "GET /orgs/{org}/settings/billing/shared-storage"
    ],
    getSharedStorageBillingUser: [
      "GET /users/{username}/settings/billing/shared-storage"
    ]
  },
  campaigns: {
    createCampaign: ["POST /orgs/{org}/campaigns"],
    deleteCampaign: ["DELETE /orgs/{org}/campaigns/{campaign_number}"],
    getCampaignSummary: ["GET /orgs/{org}/campaigns/{campaign_number}"],
    listOrgCampaigns: ["GET /orgs/{org}/campaigns"],
    updateCampaign: ["PATCH /orgs/{org}/campaigns/{campaign_number}"]
  },
  checks: {
    create: ["POST /repos/{owner}/{repo}/check-runs"],
    createSuite: ["POST /repos/{owner}/{repo}/check-suites"],
    get: ["GET /repos/{owner}/{repo}/check-runs/{check_run_id}"],
    getSuite: ["GET /repos/{owner}/{repo}/check-suites/{check_suite_id}"],
    listAnnotations: [
      "GET /repos/{owner}/{repo}/check-runs/{check_run_id}/annotations"
    ],
    listForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-runs"],
    listForSuite: [
      "GET /repos/{owner}/{repo}/check-suites/{check_suite_id}/check-runs"
    ],
    listSuitesForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/check-suites"],
    rerequestRun: [
      "POST /repos/{owner}/{repo}/check-runs/{check_run_id}/rerequest"
    ],
    rerequestSuite: [
      "POST /repos/{owner}/{repo}/check-suites/{check_suite_id}/rerequest"
    ],
    setSuitesPreferences: [
      "PATCH /repos/{owner}/{repo}/check-suites/preferences"
    ],
    update: ["PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}"]
  },
  codeScanning: {
    commitAutofix: [
      "POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix/commits"
    ],
    createAutofix: [
      "POST /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"
    ],
    createVariantAnalysis: [
      "POST /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses"
    ],
    deleteAnalysis: [
      "DELETE /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}{?confirm_delete}"
    ],
    deleteCodeqlDatabase: [
      "DELETE /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"
    ],
    getAlert: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}",
      {},
      { renamedParameters: { alert_id: "alert_number" } }
    ],
    getAnalysis: [
      "GET /repos/{owner}/{repo}/code-scanning/analyses/{analysis_id}"
    ],
    getAutofix: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/autofix"
    ],
    getCodeqlDatabase: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/databases/{language}"
    ],
    getDefaultSetup: ["GET /repos/{owner}/{repo}/code-scanning/default-setup"],
    getSarif: ["GET /repos/{owner}/{repo}/code-scanning/sarifs/{sarif_id}"],
    getVariantAnalysis: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}"
    ],
    getVariantAnalysisRepoTask: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/variant-analyses/{codeql_variant_analysis_id}/repos/{repo_owner}/{repo_name}"
    ],
    listAlertInstances: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances"
    ],
    listAlertsForOrg: ["GET /orgs/{org}/code-scanning/alerts"],
    listAlertsForRepo: ["GET /repos/{owner}/{repo}/code-scanning/alerts"],
    listAlertsInstances: [
      "GET /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}/instances",
      {},
      { renamed: ["codeScanning", "listAlertInstances"] }
    ],
    listCodeqlDatabases: [
      "GET /repos/{owner}/{repo}/code-scanning/codeql/databases"
    ],
    listRecentAnalyses: ["GET /repos/{owner}/{repo}/code-scanning/analyses"],
    updateAlert: [
      "PATCH /repos/{owner}/{repo}/code-scanning/alerts/{alert_number}"
    ],
    updateDefaultSetup: [
      "PATCH /repos/{owner}/{repo}/code-scanning/default-setup"
    ],
    uploadSarif: ["POST /repos/{owner}/{repo}/code-scanning/sarifs"]
  },
  codeSecurity: {
    attachConfiguration: [
      "POST /orgs/{org}/code-security/configurations/{configuration_id}/attach"
    ],
    attachEnterpriseConfiguration: [
      "POST /enterprises/{enterprise}/code-security/configurations/{configuration_id}/attach"
    ],
    createConfiguration: ["POST /orgs/{org}/code-security/configurations"],
    createConfigurationForEnterprise: [
      "POST /enterprises/{enterprise}/code-security/configurations"
    ],
    deleteConfiguration: [
      "DELETE /orgs/{org}/code-security/configurations/{configuration_id}"
    ],
    deleteConfigurationForEnterprise: [
      "DELETE /enterprises/{enterprise}/code-security/configurations/{configuration_id}"
    ],
    detachConfiguration: [
      "DELETE /orgs/{org}/code-security/configurations/detach"
    ],
    getConfiguration: [
      "GET /orgs/{org}/code-security/configurations/{configuration_id}"
    ],
    getConfigurationForRepository: [
      "GET /repos/{owner}/{repo}/code-security-configuration"
    ],
    getConfigurationsForEnterprise: [
      "GET /enterprises/{enterprise}/code-security/configurations"
    ],
    getConfigurationsForOrg: ["GET /orgs/{org}/code-security/configurations"],
    getDefaultConfigurations: [
      "GET /orgs/{org}/code-security/configurations/defaults"
    ],
    getDefaultConfigurationsForEnterprise: [
      "GET /enterprises/{enterprise}/code-security/configurations/defaults"
    ],
    getRepositoriesForConfiguration: [
      "GET /orgs/{org}/code-security/configurations/{configuration_id}/repositories"
    ],
    getRepositoriesForEnterpriseConfiguration: [
      "GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}/repositories"
    ],
    getSingleConfigurationForEnterprise: [
      "GET /enterprises/{enterprise}/code-security/configurations/{configuration_id}"
    ],
    setConfigurationAsDefault: [
      "PUT /orgs/{org}/code-security/configurations/{configuration_id}/defaults"
    ],
    setConfigurationAsDefaultForEnterprise: [
      "PUT /enterprises/{enterprise}/code-security/configurations/{configuration_id}/defaults"
    ],
    updateConfiguration: [
      "PATCH /orgs/{org}/code-security/configurations/{configuration_id}"
    ],
    updateEnterpriseConfiguration: [
      "PATCH /enterprises/{enterprise}/code-security/configurations/{configuration_id}"
    ]
  },
  codesOfConduct: {
    getAllCodesOfConduct: ["GET /codes_of_conduct"],
    getConductCode: ["GET /codes_of_conduct/{key}"]
  },
  codespaces: {
    addRepositoryForSecretForAuthenticatedUser: [
      "PUT /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    addSelectedRepoToOrgSecret: [
      "PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    checkPermissionsForDevcontainer: [
      "GET /repos/{owner}/{repo}/codespaces/permissions_check"
    ],
    codespaceMachinesForAuthenticatedUser: [
      "GET /user/codespaces/{codespace_name}/machines"
    ],
    createForAuthenticatedUser: ["POST /user/codespaces"],
    createOrUpdateOrgSecret: [
      "PUT /orgs/{org}/codespaces/secrets/{secret_name}"
    ],
    createOrUpdateRepoSecret: [
      "PUT /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"
    ],
    createOrUpdateSecretForAuthenticatedUser: [
      "PUT /user/codespaces/secrets/{secret_name}"
    ],
    createWithPrForAuthenticatedUser: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/codespaces"
    ],
    createWithRepoForAuthenticatedUser: [
      "POST /repos/{owner}/{repo}/codespaces"
    ],
    deleteForAuthenticatedUser: ["DELETE /user/codespaces/{codespace_name}"],
    deleteFromOrganization: [
      "DELETE /orgs/{org}/members/{username}/codespaces/{codespace_name}"
    ],
    deleteOrgSecret: ["DELETE /orgs/{org}/codespaces/secrets/{secret_name}"],
    deleteRepoSecret: [
      "DELETE /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"
    ],
    deleteSecretForAuthenticatedUser: [
      "DELETE /user/codespaces/secrets/{secret_name}"
    ],
    exportForAuthenticatedUser: [
      "POST /user/codespaces/{codespace_name}/exports"
    ],
    getCodespacesForUserInOrg: [
      "GET /orgs/{org}/members/{username}/codespaces"
    ],
    getExportDetailsForAuthenticatedUser: [
      "GET /user/codespaces/{codespace_name}/exports/{export_id}"
    ],
    getForAuthenticatedUser: ["GET /user/codespaces/{codespace_name}"],
    getOrgPublicKey: ["GET /orgs/{org}/codespaces/secrets/public-key"],
    getOrgSecret: ["GET /orgs/{org}/codespaces/secrets/{secret_name}"],
    getPublicKeyForAuthenticatedUser: [
      "GET /user/codespaces/secrets/public-key"
    ],
    getRepoPublicKey: [
      "GET /repos/{owner}/{repo}/codespaces/secrets/public-key"
    ],
    getRepoSecret: [
      "GET /repos/{owner}/{repo}/codespaces/secrets/{secret_name}"
    ],
    getSecretForAuthenticatedUser: [
      "GET /user/codespaces/secrets/{secret_name}"
    ],
    listDevcontainersInRepositoryForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces/devcontainers"
    ],
    listForAuthenticatedUser: ["GET /user/codespaces"],
    listInOrganization: [
      "GET /orgs/{org}/codespaces",
      {},
      { renamedParameters: { org_id: "org" } }
    ],
    listInRepositoryForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces"
    ],
    listOrgSecrets: ["GET /orgs/{org}/codespaces/secrets"],
    listRepoSecrets: ["GET /repos/{owner}/{repo}/codespaces/secrets"],
    listRepositoriesForSecretForAuthenticatedUser: [
      "GET /user/codespaces/secrets/{secret_name}/repositories"
    ],
    listSecretsForAuthenticatedUser: ["GET /user/codespaces/secrets"],
    listSelectedReposForOrgSecret: [
      "GET /orgs/{org}/codespaces/secrets/{secret_name}/repositories"
    ],
    preFlightWithRepoForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces/new"
    ],
    publishForAuthenticatedUser: [
      "POST /user/codespaces/{codespace_name}/publish"
    ],
    removeRepositoryForSecretForAuthenticatedUser: [
      "DELETE /user/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    removeSelectedRepoFromOrgSecret: [
      "DELETE /orgs/{org}/codespaces/secrets/{secret_name}/repositories/{repository_id}"
    ],
    repoMachinesForAuthenticatedUser: [
      "GET /repos/{owner}/{repo}/codespaces/machines"
    ],
    setRepositoriesForSecretForAuthenticatedUser: [
      "PUT /user/codespaces/secrets/{secret_name}/repositories"
    ],
    setSelectedReposForOrgSecret: [
      "PUT /orgs/{org}/codespaces/secrets/{secret_name}/repositories"
    ],
    startForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/start"],
    stopForAuthenticatedUser: ["POST /user/codespaces/{codespace_name}/stop"],
    stopInOrganization: [
      "POST /orgs/{org}/members/{username}/codespaces/{codespace_name}/stop"
    ],
    updateForAuthenticatedUser: ["PATCH /user/codespaces/{codespace_name}"]
  },
  copilot: {
    addCopilotSeatsForTeams: [
      "POST /orgs/{org}/copilot/billing/selected_teams"
    ],
    addCopilotSeatsForUsers: [
      "POST /orgs/{org}/copilot/billing/selected_users"
    ],
    cancelCopilotSeatAssignmentForTeams: [
      "DELETE /orgs/{org}/copilot/billing/selected_teams"
    ],
    cancelCopilotSeatAssignmentForUsers: [
      "DELETE /orgs/{org}/copilot/billing/selected_users"
    ],
    copilotMetricsForOrganization: ["GET /orgs/{org}/copilot/metrics"],
    copilotMetricsForTeam: ["GET /orgs/{org}/team/{team_slug}/copilot/metrics"],
    getCopilotOrganizationDetails: ["GET /orgs/{org}/copilot/billing"],
    getCopilotSeatDetailsForUser: [
      "GET /orgs/{org}/members/{username}/copilot"
    ],
    listCopilotSeats: ["GET /orgs/{org}/copilot/billing/seats"]
  },
  credentials: { revoke: ["POST /credentials/revoke"] },
  dependabot: {
    addSelectedRepoToOrgSecret: [
      "PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"
    ],
    createOrUpdateOrgSecret: [
      "PUT /orgs/{org}/dependabot/secrets/{secret_name}"
    ],
    createOrUpdateRepoSecret: [
      "PUT /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"
    ],
    deleteOrgSecret: ["DELETE /orgs/{org}/dependabot/secrets/{secret_name}"],
    deleteRepoSecret: [
      "DELETE /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"
    ],
    getAlert: ["GET /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"],
    getOrgPublicKey: ["GET /orgs/{org}/dependabot/secrets/public-key"],
    getOrgSecret: ["GET /orgs/{org}/dependabot/secrets/{secret_name}"],
    getRepoPublicKey: [
      "GET /repos/{owner}/{repo}/dependabot/secrets/public-key"
    ],
    getRepoSecret: [
      "GET /repos/{owner}/{repo}/dependabot/secrets/{secret_name}"
    ],
    listAlertsForEnterprise: [
      "GET /enterprises/{enterprise}/dependabot/alerts"
    ],
    listAlertsForOrg: ["GET /orgs/{org}/dependabot/alerts"],
    listAlertsForRepo: ["GET /repos/{owner}/{repo}/dependabot/alerts"],
    listOrgSecrets: ["GET /orgs/{org}/dependabot/secrets"],
    listRepoSecrets: ["GET /repos/{owner}/{repo}/dependabot/secrets"],
    listSelectedReposForOrgSecret: [
      "GET /orgs/{org}/dependabot/secrets/{secret_name}/repositories"
    ],
    removeSelectedRepoFromOrgSecret: [
      "DELETE /orgs/{org}/dependabot/secrets/{secret_name}/repositories/{repository_id}"
    ],
    repositoryAccessForOrg: [
      "GET /organizations/{org}/dependabot/repository-access"
    ],
    setRepositoryAccessDefaultLevel: [
      "PUT /organizations/{org}/dependabot/repository-access/default-level"
    ],
    setSelectedReposForOrgSecret: [
      "PUT /orgs/{org}/dependabot/secrets/{secret_name}/repositories"
    ],
    updateAlert: [
      "PATCH /repos/{owner}/{repo}/dependabot/alerts/{alert_number}"
    ],
    updateRepositoryAccessForOrg: [
      "PATCH /organizations/{org}/dependabot/repository-access"
    ]
  },
  dependencyGraph: {
    createRepositorySnapshot: [
      "POST /repos/{owner}/{repo}/dependency-graph/snapshots"
    ],
    diffRange: [
      "GET /repos/{owner}/{repo}/dependency-graph/compare/{basehead}"
    ],
    exportSbom: ["GET /repos/{owner}/{repo}/dependency-graph/sbom"]
  },
  emojis: { get: ["GET /emojis"] },
  enterpriseTeamMemberships: {
    add: [
      "PUT /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"
    ],
    bulkAdd: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/add"
    ],
    bulkRemove: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/memberships/remove"
    ],
    get: [
      "GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"
    ],
    list: ["GET /enterprises/{enterprise}/teams/{enterprise-team}/memberships"],
    remove: [
      "DELETE /enterprises/{enterprise}/teams/{enterprise-team}/memberships/{username}"
    ]
  },
  enterpriseTeamOrganizations: {
    add: [
      "PUT /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"
    ],
    bulkAdd: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/add"
    ],
    bulkRemove: [
      "POST /enterprises/{enterprise}/teams/{enterprise-team}/organizations/remove"
    ],
    delete: [
      "DELETE /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"
    ],
    getAssignment: [
      "GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations/{org}"
    ],
    getAssignments: [
      "GET /enterprises/{enterprise}/teams/{enterprise-team}/organizations"
    ]
  },
  enterpriseTeams: {
    create: ["POST /enterprises/{enterprise}/teams"],
    delete: ["DELETE /enterprises/{enterprise}/teams/{team_slug}"],
    get: ["GET /enterprises/{enterprise}/teams/{team_slug}"],
    list: ["GET /enterprises/{enterprise}/teams"],
    update: ["PATCH /enterprises/{enterprise}/teams/{team_slug}"]
  },
  gists: {
    checkIsStarred: ["GET /gists/{gist_id}/star"],
    create: ["POST /gists"],
    createComment: ["POST /gists/{gist_id}/comments"],
    delete: ["DELETE /gists/{gist_id}"],
    deleteComment: ["DELETE /gists/{gist_id}/comments/{comment_id}"],
    fork: ["POST /gists/{gist_id}/forks"],
    get: ["GET /gists/{gist_id}"],
    getComment: ["GET /gists/{gist_id}/comments/{comment_id}"],
    getRevision: ["GET /gists/{gist_id}/{sha}"],
    list: ["GET /gists"],
    listComments: ["GET /gists/{gist_id}/comments"],
    listCommits: ["GET /gists/{gist_id}/commits"],
    listForUser: ["GET /users/{username}/gists"],
    listForks: ["GET /gists/{gist_id}/forks"],
    listPublic: ["GET /gists/public"],
    listStarred: ["GET /gists/starred"],
    star: ["PUT /gists/{gist_id}/star"],
    unstar: ["DELETE /gists/{gist_id}/star"],
    update: ["PATCH /gists/{gist_id}"],
    updateComment: ["PATCH /gists/{gist_id}/comments/{comment_id}"]
  },
  git: {
    createBlob: ["POST /repos/{owner}/{repo}/git/blobs"],
    createCommit: ["POST /repos/{owner}/{repo}/git/commits"],
    createRef: ["POST /repos/{owner}/{repo}/git/refs"],
    createTag: ["POST /repos/{owner}/{repo}/git/tags"],
    createTree: ["POST /repos/{owner}/{repo}/git/trees"],
    deleteRef: ["DELETE /repos/{owner}/{repo}/git/refs/{ref}"],
    getBlob: ["GET /repos/{owner}/{repo}/git/blobs/{file_sha}"],
    getCommit: ["GET /repos/{owner}/{repo}/git/commits/{commit_sha}"],
    getRef: ["GET /repos/{owner}/{repo}/git/ref/{ref}"],
    getTag: ["GET /repos/{owner}/{repo}/git/tags/{tag_sha}"],
    getTree: ["GET /repos/{owner}/{repo}/git/trees/{tree_sha}"],
    listMatchingRefs: ["GET /repos/{owner}/{repo}/git/matching-refs/{ref}"],
    updateRef: ["PATCH /repos/{owner}/{repo}/git/refs/{ref}"]
  },
  gitignore: {
    getAllTemplates: ["GET /gitignore/templates"],
    getTemplate: ["GET /gitignore/templates/{name}"]
  },
  hostedCompute: {
    createNetworkConfigurationForOrg: [
      "POST /orgs/{org}/settings/network-configurations"
    ],
    deleteNetworkConfigurationFromOrg: [
      "DELETE /orgs/{org}/settings/network-configurations/{network_configuration_id}"
    ],
    getNetworkConfigurationForOrg: [
      "GET /orgs/{org}/settings/network-configurations/{network_configuration_id}"
    ],
    getNetworkSettingsForOrg: [
      "GET /orgs/{org}/settings/network-settings/{network_settings_id}"
    ],
    listNetworkConfigurationsForOrg: [
      "GET /orgs/{org}/settings/network-configurations"
    ],
    updateNetworkConfigurationForOrg: [
      "PATCH /orgs/{org}/settings/network-configurations/{network_configuration_id}"
    ]
  },
  interactions: {
    getRestrictionsForAuthenticatedUser: ["GET /user/interaction-limits"],
    getRestrictionsForOrg: ["GET /orgs/{org}/interaction-limits"],
    getRestrictionsForRepo: ["GET /repos/{owner}/{repo}/interaction-limits"],
    getRestrictionsForYourPublicRepos: [
      "GET /user/interaction-limits",
      {},
      { renamed: ["interactions", "getRestrictionsForAuthenticatedUser"] }
    ],
    removeRestrictionsForAuthenticatedUser: ["DELETE /user/interaction-limits"],
    removeRestrictionsForOrg: ["DELETE /orgs/{org}/interaction-limits"],
    removeRestrictionsForRepo: [
      "DELETE /repos/{owner}/{repo}/interaction-limits"
    ],
    removeRestrictionsForYourPublicRepos: [
      "DELETE /user/interaction-limits",
      {},
      { renamed: ["interactions", "removeRestrictionsForAuthenticatedUser"] }
    ],
    setRestrictionsForAuthenticatedUser: ["PUT /user/interaction-limits"],
    setRestrictionsForOrg: ["PUT /orgs/{org}/interaction-limits"],
    setRestrictionsForRepo: ["PUT /repos/{owner}/{repo}/interaction-limits"],
    setRestrictionsForYourPublicRepos: [
      "PUT /user/interaction-limits",
      {},
      { renamed: ["interactions", "setRestrictionsForAuthenticatedUser"] }
    ]
  },
  issues: {
    addAssignees: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/assignees"
    ],
    addBlockedByDependency: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"
    ],
    addLabels: ["POST /repos/{owner}/{repo}/issues/{issue_number}/labels"],
    addSubIssue: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"
    ],
    checkUserCanBeAssigned: ["GET /repos/{owner}/{repo}/assignees/{assignee}"],
    checkUserCanBeAssignedToIssue: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/assignees/{assignee}"
    ],
    create: ["POST /repos/{owner}/{repo}/issues"],
    createComment: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/comments"
    ],
    createLabel: ["POST /repos/{owner}/{repo}/labels"],
    createMilestone: ["POST /repos/{owner}/{repo}/milestones"],
    deleteComment: [
      "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}"
    ],
    deleteLabel: ["DELETE /repos/{owner}/{repo}/labels/{name}"],
    deleteMilestone: [
      "DELETE /repos/{owner}/{repo}/milestones/{milestone_number}"
    ],
    get: ["GET /repos/{owner}/{repo}/issues/{issue_number}"],
    getComment: ["GET /repos/{owner}/{repo}/issues/comments/{comment_id}"],
    getEvent: ["GET /repos/{owner}/{repo}/issues/events/{event_id}"],
    getLabel: ["GET /repos/{owner}/{repo}/labels/{name}"],
    getMilestone: ["GET /repos/{owner}/{repo}/milestones/{milestone_number}"],
    getParent: ["GET /repos/{owner}/{repo}/issues/{issue_number}/parent"],
    list: ["GET /issues"],
    listAssignees: ["GET /repos/{owner}/{repo}/assignees"],
    listComments: ["GET /repos/{owner}/{repo}/issues/{issue_number}/comments"],
    listCommentsForRepo: ["GET /repos/{owner}/{repo}/issues/comments"],
    listDependenciesBlockedBy: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by"
    ],
    listDependenciesBlocking: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocking"
    ],
    listEvents: ["GET /repos/{owner}/{repo}/issues/{issue_number}/events"],
    listEventsForRepo: ["GET /repos/{owner}/{repo}/issues/events"],
    listEventsForTimeline: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/timeline"
    ],
    listForAuthenticatedUser: ["GET /user/issues"],
    listForOrg: ["GET /orgs/{org}/issues"],
    listForRepo: ["GET /repos/{owner}/{repo}/issues"],
    listLabelsForMilestone: [
      "GET /repos/{owner}/{repo}/milestones/{milestone_number}/labels"
    ],
    listLabelsForRepo: ["GET /repos/{owner}/{repo}/labels"],
    listLabelsOnIssue: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/labels"
    ],
    listMilestones: ["GET /repos/{owner}/{repo}/milestones"],
    listSubIssues: [
      "GET /repos/{owner}/{repo}/issues/{issue_number}/sub_issues"
    ],
    lock: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/lock"],
    removeAllLabels: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels"
    ],
    removeAssignees: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/assignees"
    ],
    removeDependencyBlockedBy: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/dependencies/blocked_by/{issue_id}"
    ],
    removeLabel: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/labels/{name}"
    ],
    removeSubIssue: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/sub_issue"
    ],
    reprioritizeSubIssue: [
      "PATCH /repos/{owner}/{repo}/issues/{issue_number}/sub_issues/priority"
    ],
    setLabels: ["PUT /repos/{owner}/{repo}/issues/{issue_number}/labels"],
    unlock: ["DELETE /repos/{owner}/{repo}/issues/{issue_number}/lock"],
    update: ["PATCH /repos/{owner}/{repo}/issues/{issue_number}"],
    updateComment: ["PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}"],
    updateLabel: ["PATCH /repos/{owner}/{repo}/labels/{name}"],
    updateMilestone: [
      "PATCH /repos/{owner}/{repo}/milestones/{milestone_number}"
    ]
  },
  licenses: {
    get: ["GET /licenses/{license}"],
    getAllCommonlyUsed: ["GET /licenses"],
    getForRepo: ["GET /repos/{owner}/{repo}/license"]
  },
  markdown: {
    render: ["POST /markdown"],
    renderRaw: [
      "POST /markdown/raw",
      { headers: { "content-type": "text/plain; charset=utf-8" } }
    ]
  },
  meta: {
    get: ["GET /meta"],
    getAllVersions: ["GET /versions"],
    getOctocat: ["GET /octocat"],
    getZen: ["GET /zen"],
    root: ["GET /"]
  },
  migrations: {
    deleteArchiveForAuthenticatedUser: [
      "DELETE /user/migrations/{migration_id}/archive"
    ],
    deleteArchiveForOrg: [
      "DELETE /orgs/{org}/migrations/{migration_id}/archive"
    ],
    downloadArchiveForOrg: [
      "GET /orgs/{org}/migrations/{migration_id}/archive"
    ],
    getArchiveForAuthenticatedUser: [
      "GET /user/migrations/{migration_id}/archive"
    ],
    getStatusForAuthenticatedUser: ["GET /user/migrations/{migration_id}"],
    getStatusForOrg: ["GET /orgs/{org}/migrations/{migration_id}"],
    listForAuthenticatedUser: ["GET /user/migrations"],
    listForOrg: ["GET /orgs/{org}/migrations"],
    listReposForAuthenticatedUser: [
      "GET /user/migrations/{migration_id}/repositories"
    ],
    listReposForOrg: ["GET /orgs/{org}/migrations/{migration_id}/repositories"],
    listReposForUser: [
      "GET /user/migrations/{migration_id}/repositories",
      {},
      { renamed: ["migrations", "listReposForAuthenticatedUser"] }
    ],
    startForAuthenticatedUser: ["POST /user/migrations"],
    startForOrg: ["POST /orgs/{org}/migrations"],
    unlockRepoForAuthenticatedUser: [
      "DELETE /user/migrations/{migration_id}/repos/{repo_name}/lock"
    ],
    unlockRepoForOrg: [
      "DELETE /orgs/{org}/migrations/{migration_id}/repos/{repo_name}/lock"
    ]
  },
  oidc: {
    getOidcCustomSubTemplateForOrg: [
      "GET /orgs/{org}/actions/oidc/customization/sub"
    ],
    updateOidcCustomSubTemplateForOrg: [
      "PUT /orgs/{org}/actions/oidc/customization/sub"
    ]
  },
  orgs: {
    addSecurityManagerTeam: [
      "PUT /orgs/{org}/security-managers/teams/{team_slug}",
      {},
      {
        deprecated: "octokit.rest.orgs.addSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#add-a-security-manager-team"
      }
    ],
    assignTeamToOrgRole: [
      "PUT /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"
    ],
    assignUserToOrgRole: [
      "PUT /orgs/{org}/organization-roles/users/{username}/{role_id}"
    ],
    blockUser: ["PUT /orgs/{org}/blocks/{username}"],
    cancelInvitation: ["DELETE /orgs/{org}/invitations/{invitation_id}"],
    checkBlockedUser: ["GET /orgs/{org}/blocks/{username}"],
    checkMembershipForUser: ["GET /orgs/{org}/members/{username}"],
    checkPublicMembershipForUser: ["GET /orgs/{org}/public_members/{username}"],
    convertMemberToOutsideCollaborator: [
      "PUT /orgs/{org}/outside_collaborators/{username}"
    ],
    createArtifactStorageRecord: [
      "POST /orgs/{org}/artifacts/metadata/storage-record"
    ],
    createInvitation: ["POST /orgs/{org}/invitations"],
    createIssueType: ["POST /orgs/{org}/issue-types"],
    createWebhook: ["POST /orgs/{org}/hooks"],
    customPropertiesForOrgsCreateOrUpdateOrganizationValues: [
      "PATCH /organizations/{org}/org-properties/values"
    ],
    customPropertiesForOrgsGetOrganizationValues: [
      "GET /organizations/{org}/org-properties/values"
    ],
    customPropertiesForReposCreateOrUpdateOrganizationDefinition: [
      "PUT /orgs/{org}/properties/schema/{custom_property_name}"
    ],
    customPropertiesForReposCreateOrUpdateOrganizationDefinitions: [
      "PATCH /orgs/{org}/properties/schema"
    ],
    customPropertiesForReposCreateOrUpdateOrganizationValues: [
      "PATCH /orgs/{org}/properties/values"
    ],
    customPropertiesForReposDeleteOrganizationDefinition: [
      "DELETE /orgs/{org}/properties/schema/{custom_property_name}"
    ],
    customPropertiesForReposGetOrganizationDefinition: [
      "GET /orgs/{org}/properties/schema/{custom_property_name}"
    ],
    customPropertiesForReposGetOrganizationDefinitions: [
      "GET /orgs/{org}/properties/schema"
    ],
    customPropertiesForReposGetOrganizationValues: [
      "GET /orgs/{org}/properties/values"
    ],
    delete: ["DELETE /orgs/{org}"],
    deleteAttestationsBulk: ["POST /orgs/{org}/attestations/delete-request"],
    deleteAttestationsById: [
      "DELETE /orgs/{org}/attestations/{attestation_id}"
    ],
    deleteAttestationsBySubjectDigest: [
      "DELETE /orgs/{org}/attestations/digest/{subject_digest}"
    ],
    deleteIssueType: ["DELETE /orgs/{org}/issue-types/{issue_type_id}"],
    deleteWebhook: ["DELETE /orgs/{org}/hooks/{hook_id}"],
    disableSelectedRepositoryImmutableReleasesOrganization: [
      "DELETE /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"
    ],
    enableSelectedRepositoryImmutableReleasesOrganization: [
      "PUT /orgs/{org}/settings/immutable-releases/repositories/{repository_id}"
    ],
    get: ["GET /orgs/{org}"],
    getImmutableReleasesSettings: [
      "GET /orgs/{org}/settings/immutable-releases"
    ],
    getImmutableReleasesSettingsRepositories: [
      "GET /orgs/{org}/settings/immutable-releases/repositories"
    ],
    getMembershipForAuthenticatedUser: ["GET /user/memberships/orgs/{org}"],
    getMembershipForUser: ["GET /orgs/{org}/memberships/{username}"],
    getOrgRole: ["GET /orgs/{org}/organization-roles/{role_id}"],
    getOrgRulesetHistory: ["GET /orgs/{org}/rulesets/{ruleset_id}/history"],
    getOrgRulesetVersion: [
      "GET /orgs/{org}/rulesets/{ruleset_id}/history/{version_id}"
    ],
    getWebhook: ["GET /orgs/{org}/hooks/{hook_id}"],
    getWebhookConfigForOrg: ["GET /orgs/{org}/hooks/{hook_id}/config"],
    getWebhookDelivery: [
      "GET /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}"
    ],
    list: ["GET /organizations"],
    listAppInstallations: ["GET /orgs/{org}/installations"],
    listArtifactStorageRecords: [
      "GET /orgs/{org}/artifacts/{subject_digest}/metadata/storage-records"
    ],
    listAttestationRepositories: ["GET /orgs/{org}/attestations/repositories"],
    listAttestations: ["GET /orgs/{org}/attestations/{subject_digest}"],
    listAttestationsBulk: [
      "POST /orgs/{org}/attestations/bulk-list{?per_page,before,after}"
    ],
    listBlockedUsers: ["GET /orgs/{org}/blocks"],
    listFailedInvitations: ["GET /orgs/{org}/failed_invitations"],
    listForAuthenticatedUser: ["GET /user/orgs"],
    listForUser: ["GET /users/{username}/orgs"],
    listInvitationTeams: ["GET /orgs/{org}/invitations/{invitation_id}/teams"],
    listIssueTypes: ["GET /orgs/{org}/issue-types"],
    listMembers: ["GET /orgs/{org}/members"],
    listMembershipsForAuthenticatedUser: ["GET /user/memberships/orgs"],
    listOrgRoleTeams: ["GET /orgs/{org}/organization-roles/{role_id}/teams"],
    listOrgRoleUsers: ["GET /orgs/{org}/organization-roles/{role_id}/users"],
    listOrgRoles: ["GET /orgs/{org}/organization-roles"],
    listOrganizationFineGrainedPermissions: [
      "GET /orgs/{org}/organization-fine-grained-permissions"
    ],
    listOutsideCollaborators: ["GET /orgs/{org}/outside_collaborators"],
    listPatGrantRepositories: [
      "GET /orgs/{org}/personal-access-tokens/{pat_id}/repositories"
    ],
    listPatGrantRequestRepositories: [
      "GET /orgs/{org}/personal-access-token-requests/{pat_request_id}/repositories"
    ],
    listPatGrantRequests: ["GET /orgs/{org}/personal-access-token-requests"],
    listPatGrants: ["GET /orgs/{org}/personal-access-tokens"],
    listPendingInvitations: ["GET /orgs/{org}/invitations"],
    listPublicMembers: ["GET /orgs/{org}/public_members"],
    listSecurityManagerTeams: [
      "GET /orgs/{org}/security-managers",
      {},
      {
        deprecated: "octokit.rest.orgs.listSecurityManagerTeams() is deprecated, see https://docs.github.com/rest/orgs/security-managers#list-security-manager-teams"
      }
    ],
    listWebhookDeliveries: ["GET /orgs/{org}/hooks/{hook_id}/deliveries"],
    listWebhooks: ["GET /orgs/{org}/hooks"],
    pingWebhook: ["POST /orgs/{org}/hooks/{hook_id}/pings"],
    redeliverWebhookDelivery: [
      "POST /orgs/{org}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"
    ],
    removeMember: ["DELETE /orgs/{org}/members/{username}"],
    removeMembershipForUser: ["DELETE /orgs/{org}/memberships/{username}"],
    removeOutsideCollaborator: [
      "DELETE /orgs/{org}/outside_collaborators/{username}"
    ],
    removePublicMembershipForAuthenticatedUser: [
      "DELETE /orgs/{org}/public_members/{username}"
    ],
    removeSecurityManagerTeam: [
      "DELETE /orgs/{org}/security-managers/teams/{team_slug}",
      {},
      {
        deprecated: "octokit.rest.orgs.removeSecurityManagerTeam() is deprecated, see https://docs.github.com/rest/orgs/security-managers#remove-a-security-manager-team"
      }
    ],
    reviewPatGrantRequest: [
      "POST /orgs/{org}/personal-access-token-requests/{pat_request_id}"
    ],
    reviewPatGrantRequestsInBulk: [
      "POST /orgs/{org}/personal-access-token-requests"
    ],
    revokeAllOrgRolesTeam: [
      "DELETE /orgs/{org}/organization-roles/teams/{team_slug}"
    ],
    revokeAllOrgRolesUser: [
      "DELETE /orgs/{org}/organization-roles/users/{username}"
    ],
    revokeOrgRoleTeam: [
      "DELETE /orgs/{org}/organization-roles/teams/{team_slug}/{role_id}"
    ],
    revokeOrgRoleUser: [
      "DELETE /orgs/{org}/organization-roles/users/{username}/{role_id}"
    ],
    setImmutableReleasesSettings: [
      "PUT /orgs/{org}/settings/immutable-releases"
    ],
    setImmutableReleasesSettingsRepositories: [
      "PUT /orgs/{org}/settings/immutable-releases/repositories"
    ],
    setMembershipForUser: ["PUT /orgs/{org}/memberships/{username}"],
    setPublicMembershipForAuthenticatedUser: [
      "PUT /orgs/{org}/public_members/{username}"
    ],
    unblockUser: ["DELETE /orgs/{org}/blocks/{username}"],
    update: ["PATCH /orgs/{org}"],
    updateIssueType: ["PUT /orgs/{org}/issue-types/{issue_type_id}"],
    updateMembershipForAuthenticatedUser: [
      "PATCH /user/memberships/orgs/{org}"
    ],
    updatePatAccess: ["POST /orgs/{org}/personal-access-tokens/{pat_id}"],
    updatePatAccesses: ["POST /orgs/{org}/personal-access-tokens"],
    updateWebhook: ["PATCH /orgs/{org}/hooks/{hook_id}"],
    updateWebhookConfigForOrg: ["PATCH /orgs/{org}/hooks/{hook_id}/config"]
  },
  packages: {
    deletePackageForAuthenticatedUser: [
      "DELETE /user/packages/{package_type}/{package_name}"
    ],
    deletePackageForOrg: [
      "DELETE /orgs/{org}/packages/{package_type}/{package_name}"
    ],
    deletePackageForUser: [
      "DELETE /users/{username}/packages/{package_type}/{package_name}"
    ],
    deletePackageVersionForAuthenticatedUser: [
      "DELETE /user/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    deletePackageVersionForOrg: [
      "DELETE /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    deletePackageVersionForUser: [
      "DELETE /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    getAllPackageVersionsForAPackageOwnedByAnOrg: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}/versions",
      {},
      { renamed: ["packages", "getAllPackageVersionsForPackageOwnedByOrg"] }
    ],
    getAllPackageVersionsForAPackageOwnedByTheAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}/versions",
      {},
      {
        renamed: [
          "packages",
          "getAllPackageVersionsForPackageOwnedByAuthenticatedUser"
        ]
      }
    ],
    getAllPackageVersionsForPackageOwnedByAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}/versions"
    ],
    getAllPackageVersionsForPackageOwnedByOrg: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}/versions"
    ],
    getAllPackageVersionsForPackageOwnedByUser: [
      "GET /users/{username}/packages/{package_type}/{package_name}/versions"
    ],
    getPackageForAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}"
    ],
    getPackageForOrganization: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}"
    ],
    getPackageForUser: [
      "GET /users/{username}/packages/{package_type}/{package_name}"
    ],
    getPackageVersionForAuthenticatedUser: [
      "GET /user/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    getPackageVersionForOrganization: [
      "GET /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    getPackageVersionForUser: [
      "GET /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}"
    ],
    listDockerMigrationConflictingPackagesForAuthenticatedUser: [
      "GET /user/docker/conflicts"
    ],
    listDockerMigrationConflictingPackagesForOrganization: [
      "GET /orgs/{org}/docker/conflicts"
    ],
    listDockerMigrationConflictingPackagesForUser: [
      "GET /users/{username}/docker/conflicts"
    ],
    listPackagesForAuthenticatedUser: ["GET /user/packages"],
    listPackagesForOrganization: ["GET /orgs/{org}/packages"],
    listPackagesForUser: ["GET /users/{username}/packages"],
    restorePackageForAuthenticatedUser: [
      "POST /user/packages/{package_type}/{package_name}/restore{?token}"
    ],
    restorePackageForOrg: [
      "POST /orgs/{org}/packages/{package_type}/{package_name}/restore{?token}"
    ],
    restorePackageForUser: [
      "POST /users/{username}/packages/{package_type}/{package_name}/restore{?token}"
    ],
    restorePackageVersionForAuthenticatedUser: [
      "POST /user/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"
    ],
    restorePackageVersionForOrg: [
      "POST /orgs/{org}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"
    ],
    restorePackageVersionForUser: [
      "POST /users/{username}/packages/{package_type}/{package_name}/versions/{package_version_id}/restore"
    ]
  },
  privateRegistries: {
    createOrgPrivateRegistry: ["POST /orgs/{org}/private-registries"],
    deleteOrgPrivateRegistry: [
      "DELETE /orgs/{org}/private-registries/{secret_name}"
    ],
    getOrgPrivateRegistry: ["GET /orgs/{org}/private-registries/{secret_name}"],
    getOrgPublicKey: ["GET /orgs/{org}/private-registries/public-key"],
    listOrgPrivateRegistries: ["GET /orgs/{org}/private-registries"],
    updateOrgPrivateRegistry: [
      "PATCH /orgs/{org}/private-registries/{secret_name}"
    ]
  },
  projects: {
    addItemForOrg: ["POST /orgs/{org}/projectsV2/{project_number}/items"],
    addItemForUser: [
      "POST /users/{username}/projectsV2/{project_number}/items"
    ],
    deleteItemForOrg: [
      "DELETE /orgs/{org}/projectsV2/{project_number}/items/{item_id}"
    ],
    deleteItemForUser: [
      "DELETE /users/{username}/projectsV2/{project_number}/items/{item_id}"
    ],
    getFieldForOrg: [
      "GET /orgs/{org}/projectsV2/{project_number}/fields/{field_id}"
    ],
    getFieldForUser: [
      "GET /users/{username}/projectsV2/{project_number}/fields/{field_id}"
    ],
    getForOrg: ["GET /orgs/{org}/projectsV2/{project_number}"],
    getForUser: ["GET /users/{username}/projectsV2/{project_number}"],
    getOrgItem: ["GET /orgs/{org}/projectsV2/{project_number}/items/{item_id}"],
    getUserItem: [
      "GET /users/{username}/projectsV2/{project_number}/items/{item_id}"
    ],
    listFieldsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/fields"],
    listFieldsForUser: [
      "GET /users/{username}/projectsV2/{project_number}/fields"
    ],
    listForOrg: ["GET /orgs/{org}/projectsV2"],
    listForUser: ["GET /users/{username}/projectsV2"],
    listItemsForOrg: ["GET /orgs/{org}/projectsV2/{project_number}/items"],
    listItemsForUser: [
      "GET /users/{username}/projectsV2/{project_number}/items"
    ],
    updateItemForOrg: [
      "PATCH /orgs/{org}/projectsV2/{project_number}/items/{item_id}"
    ],
    updateItemForUser: [
      "PATCH /users/{username}/projectsV2/{project_number}/items/{item_id}"
    ]
  },
  pulls: {
    checkIfMerged: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
    create: ["POST /repos/{owner}/{repo}/pulls"],
    createReplyForReviewComment: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments/{comment_id}/replies"
    ],
    createReview: ["POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
    createReviewComment: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/comments"
    ],
    deletePendingReview: [
      "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"
    ],
    deleteReviewComment: [
      "DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}"
    ],
    dismissReview: [
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/dismissals"
    ],
    get: ["GET /repos/{owner}/{repo}/pulls/{pull_number}"],
    getReview: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"
    ],
    getReviewComment: ["GET /repos/{owner}/{repo}/pulls/comments/{comment_id}"],
    list: ["GET /repos/{owner}/{repo}/pulls"],
    listCommentsForReview: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/comments"
    ],
    listCommits: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/commits"],
    listFiles: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/files"],
    listRequestedReviewers: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"
    ],
    listReviewComments: [
      "GET /repos/{owner}/{repo}/pulls/{pull_number}/comments"
    ],
    listReviewCommentsForRepo: ["GET /repos/{owner}/{repo}/pulls/comments"],
    listReviews: ["GET /repos/{owner}/{repo}/pulls/{pull_number}/reviews"],
    merge: ["PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge"],
    removeRequestedReviewers: [
      "DELETE /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"
    ],
    requestReviewers: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/requested_reviewers"
    ],
    submitReview: [
      "POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}/events"
    ],
    update: ["PATCH /repos/{owner}/{repo}/pulls/{pull_number}"],
    updateBranch: [
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/update-branch"
    ],
    updateReview: [
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/reviews/{review_id}"
    ],
    updateReviewComment: [
      "PATCH /repos/{owner}/{repo}/pulls/comments/{comment_id}"
    ]
  },
  rateLimit: { get: ["GET /rate_limit"] },
  reactions: {
    createForCommitComment: [
      "POST /repos/{owner}/{repo}/comments/{comment_id}/reactions"
    ],
    createForIssue: [
      "POST /repos/{owner}/{repo}/issues/{issue_number}/reactions"
    ],
    createForIssueComment: [
      "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"
    ],
    createForPullRequestReviewComment: [
      "POST /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"
    ],
    createForRelease: [
      "POST /repos/{owner}/{repo}/releases/{release_id}/reactions"
    ],
    createForTeamDiscussionCommentInOrg: [
      "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"
    ],
    createForTeamDiscussionInOrg: [
      "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"
    ],
    deleteForCommitComment: [
      "DELETE /repos/{owner}/{repo}/comments/{comment_id}/reactions/{reaction_id}"
    ],
    deleteForIssue: [
      "DELETE /repos/{owner}/{repo}/issues/{issue_number}/reactions/{reaction_id}"
    ],
    deleteForIssueComment: [
      "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions/{reaction_id}"
    ],
    deleteForPullRequestComment: [
      "DELETE /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions/{reaction_id}"
    ],
    deleteForRelease: [
      "DELETE /repos/{owner}/{repo}/releases/{release_id}/reactions/{reaction_id}"
    ],
    deleteForTeamDiscussion: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions/{reaction_id}"
    ],
    deleteForTeamDiscussionComment: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions/{reaction_id}"
    ],
    listForCommitComment: [
      "GET /repos/{owner}/{repo}/comments/{comment_id}/reactions"
    ],
    listForIssue: ["GET /repos/{owner}/{repo}/issues/{issue_number}/reactions"],
    listForIssueComment: [
      "GET /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions"
    ],
    listForPullRequestReviewComment: [
      "GET /repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions"
    ],
    listForRelease: [
      "GET /repos/{owner}/{repo}/releases/{release_id}/reactions"
    ],
    listForTeamDiscussionCommentInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}/reactions"
    ],
    listForTeamDiscussionInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/reactions"
    ]
  },
  repos: {
    acceptInvitation: [
      "PATCH /user/repository_invitations/{invitation_id}",
      {},
      { renamed: ["repos", "acceptInvitationForAuthenticatedUser"] }
    ],
    acceptInvitationForAuthenticatedUser: [
      "PATCH /user/repository_invitations/{invitation_id}"
    ],
    addAppAccessRestrictions: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
      {},
      { mapToData: "apps" }
    ],
    addCollaborator: ["PUT /repos/{owner}/{repo}/collaborators/{username}"],
    addStatusCheckContexts: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
      {},
      { mapToData: "contexts" }
    ],
    addTeamAccessRestrictions: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
      {},
      { mapToData: "teams" }
    ],
    addUserAccessRestrictions: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
      {},
      { mapToData: "users" }
    ],
    cancelPagesDeployment: [
      "POST /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}/cancel"
    ],
    checkAutomatedSecurityFixes: [
      "GET /repos/{owner}/{repo}/automated-security-fixes"
    ],
    checkCollaborator: ["GET /repos/{owner}/{repo}/collaborators/{username}"],
    checkImmutableReleases: ["GET /repos/{owner}/{repo}/immutable-releases"],
    checkPrivateVulnerabilityReporting: [
      "GET /repos/{owner}/{repo}/private-vulnerability-reporting"
    ],
    checkVulnerabilityAlerts: [
      "GET /repos/{owner}/{repo}/vulnerability-alerts"
    ],
    codeownersErrors: ["GET /repos/{owner}/{repo}/codeowners/errors"],
    compareCommits: ["GET /repos/{owner}/{repo}/compare/{base}...{head}"],
    compareCommitsWithBasehead: [
      "GET /repos/{owner}/{repo}/compare/{basehead}"
    ],
    createAttestation: ["POST /repos/{owner}/{repo}/attestations"],
    createAutolink: ["POST /repos/{owner}/{repo}/autolinks"],
    createCommitComment: [
      "POST /repos/{owner}/{repo}/commits/{commit_sha}/comments"
    ],
    createCommitSignatureProtection: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"
    ],
    createCommitStatus: ["POST /repos/{owner}/{repo}/statuses/{sha}"],
    createDeployKey: ["POST /repos/{owner}/{repo}/keys"],
    createDeployment: ["POST /repos/{owner}/{repo}/deployments"],
    createDeploymentBranchPolicy: [
      "POST /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"
    ],
    createDeploymentProtectionRule: [
      "POST /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"
    ],
    createDeploymentStatus: [
      "POST /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"
    ],
    createDispatchEvent: ["POST /repos/{owner}/{repo}/dispatches"],
    createForAuthenticatedUser: ["POST /user/repos"],
    createFork: ["POST /repos/{owner}/{repo}/forks"],
    createInOrg: ["POST /orgs/{org}/repos"],
    createOrUpdateEnvironment: [
      "PUT /repos/{owner}/{repo}/environments/{environment_name}"
    ],
    createOrUpdateFileContents: ["PUT /repos/{owner}/{repo}/contents/{path}"],
    createOrgRuleset: ["POST /orgs/{org}/rulesets"],
    createPagesDeployment: ["POST /repos/{owner}/{repo}/pages/deployments"],
    createPagesSite: ["POST /repos/{owner}/{repo}/pages"],
    createRelease: ["POST /repos/{owner}/{repo}/releases"],
    createRepoRuleset: ["POST /repos/{owner}/{repo}/rulesets"],
    createUsingTemplate: [
      "POST /repos/{template_owner}/{template_repo}/generate"
    ],
    createWebhook: ["POST /repos/{owner}/{repo}/hooks"],
    customPropertiesForReposCreateOrUpdateRepositoryValues: [
      "PATCH /repos/{owner}/{repo}/properties/values"
    ],
    customPropertiesForReposGetRepositoryValues: [
      "GET /repos/{owner}/{repo}/properties/values"
    ],
    declineInvitation: [
      "DELETE /user/repository_invitations/{invitation_id}",
      {},
      { renamed: ["repos", "declineInvitationForAuthenticatedUser"] }
    ],
    declineInvitationForAuthenticatedUser: [
      "DELETE /user/repository_invitations/{invitation_id}"
    ],
    delete: ["DELETE /repos/{owner}/{repo}"],
    deleteAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"
    ],
    deleteAdminBranchProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"
    ],
    deleteAnEnvironment: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}"
    ],
    deleteAutolink: ["DELETE /repos/{owner}/{repo}/autolinks/{autolink_id}"],
    deleteBranchProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection"
    ],
    deleteCommitComment: ["DELETE /repos/{owner}/{repo}/comments/{comment_id}"],
    deleteCommitSignatureProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"
    ],
    deleteDeployKey: ["DELETE /repos/{owner}/{repo}/keys/{key_id}"],
    deleteDeployment: [
      "DELETE /repos/{owner}/{repo}/deployments/{deployment_id}"
    ],
    deleteDeploymentBranchPolicy: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"
    ],
    deleteFile: ["DELETE /repos/{owner}/{repo}/contents/{path}"],
    deleteInvitation: [
      "DELETE /repos/{owner}/{repo}/invitations/{invitation_id}"
    ],
    deleteOrgRuleset: ["DELETE /orgs/{org}/rulesets/{ruleset_id}"],
    deletePagesSite: ["DELETE /repos/{owner}/{repo}/pages"],
    deletePullRequestReviewProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"
    ],
    deleteRelease: ["DELETE /repos/{owner}/{repo}/releases/{release_id}"],
    deleteReleaseAsset: [
      "DELETE /repos/{owner}/{repo}/releases/assets/{asset_id}"
    ],
    deleteRepoRuleset: ["DELETE /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
    deleteWebhook: ["DELETE /repos/{owner}/{repo}/hooks/{hook_id}"],
    disableAutomatedSecurityFixes: [
      "DELETE /repos/{owner}/{repo}/automated-security-fixes"
    ],
    disableDeploymentProtectionRule: [
      "DELETE /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"
    ],
    disableImmutableReleases: [
      "DELETE /repos/{owner}/{repo}/immutable-releases"
    ],
    disablePrivateVulnerabilityReporting: [
      "DELETE /repos/{owner}/{repo}/private-vulnerability-reporting"
    ],
    disableVulnerabilityAlerts: [
      "DELETE /repos/{owner}/{repo}/vulnerability-alerts"
    ],
    downloadArchive: [
      "GET /repos/{owner}/{repo}/zipball/{ref}",
      {},
      { renamed: ["repos", "downloadZipballArchive"] }
    ],
    downloadTarballArchive: ["GET /repos/{owner}/{repo}/tarball/{ref}"],
    downloadZipballArchive: ["GET /repos/{owner}/{repo}/zipball/{ref}"],
    enableAutomatedSecurityFixes: [
      "PUT /repos/{owner}/{repo}/automated-security-fixes"
    ],
    enableImmutableReleases: ["PUT /repos/{owner}/{repo}/immutable-releases"],
    enablePrivateVulnerabilityReporting: [
      "PUT /repos/{owner}/{repo}/private-vulnerability-reporting"
    ],
    enableVulnerabilityAlerts: [
      "PUT /repos/{owner}/{repo}/vulnerability-alerts"
    ],
    generateReleaseNotes: [
      "POST /repos/{owner}/{repo}/releases/generate-notes"
    ],
    get: ["GET /repos/{owner}/{repo}"],
    getAccessRestrictions: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions"
    ],
    getAdminBranchProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"
    ],
    getAllDeploymentProtectionRules: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules"
    ],
    getAllEnvironments: ["GET /repos/{owner}/{repo}/environments"],
    getAllStatusCheckContexts: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts"
    ],
    getAllTopics: ["GET /repos/{owner}/{repo}/topics"],
    getAppsWithAccessToProtectedBranch: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps"
    ],
    getAutolink: ["GET /repos/{owner}/{repo}/autolinks/{autolink_id}"],
    getBranch: ["GET /repos/{owner}/{repo}/branches/{branch}"],
    getBranchProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection"
    ],
    getBranchRules: ["GET /repos/{owner}/{repo}/rules/branches/{branch}"],
    getClones: ["GET /repos/{owner}/{repo}/traffic/clones"],
    getCodeFrequencyStats: ["GET /repos/{owner}/{repo}/stats/code_frequency"],
    getCollaboratorPermissionLevel: [
      "GET /repos/{owner}/{repo}/collaborators/{username}/permission"
    ],
    getCombinedStatusForRef: ["GET /repos/{owner}/{repo}/commits/{ref}/status"],
    getCommit: ["GET /repos/{owner}/{repo}/commits/{ref}"],
    getCommitActivityStats: ["GET /repos/{owner}/{repo}/stats/commit_activity"],
    getCommitComment: ["GET /repos/{owner}/{repo}/comments/{comment_id}"],
    getCommitSignatureProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_signatures"
    ],
    getCommunityProfileMetrics: ["GET /repos/{owner}/{repo}/community/profile"],
    getContent: ["GET /repos/{owner}/{repo}/contents/{path}"],
    getContributorsStats: ["GET /repos/{owner}/{repo}/stats/contributors"],
    getCustomDeploymentProtectionRule: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/{protection_rule_id}"
    ],
    getDeployKey: ["GET /repos/{owner}/{repo}/keys/{key_id}"],
    getDeployment: ["GET /repos/{owner}/{repo}/deployments/{deployment_id}"],
    getDeploymentBranchPolicy: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"
    ],
    getDeploymentStatus: [
      "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses/{status_id}"
    ],
    getEnvironment: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}"
    ],
    getLatestPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/latest"],
    getLatestRelease: ["GET /repos/{owner}/{repo}/releases/latest"],
    getOrgRuleSuite: ["GET /orgs/{org}/rulesets/rule-suites/{rule_suite_id}"],
    getOrgRuleSuites: ["GET /orgs/{org}/rulesets/rule-suites"],
    getOrgRuleset: ["GET /orgs/{org}/rulesets/{ruleset_id}"],
    getOrgRulesets: ["GET /orgs/{org}/rulesets"],
    getPages: ["GET /repos/{owner}/{repo}/pages"],
    getPagesBuild: ["GET /repos/{owner}/{repo}/pages/builds/{build_id}"],
    getPagesDeployment: [
      "GET /repos/{owner}/{repo}/pages/deployments/{pages_deployment_id}"
    ],
    getPagesHealthCheck: ["GET /repos/{owner}/{repo}/pages/health"],
    getParticipationStats: ["GET /repos/{owner}/{repo}/stats/participation"],
    getPullRequestReviewProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"
    ],
    getPunchCardStats: ["GET /repos/{owner}/{repo}/stats/punch_card"],
    getReadme: ["GET /repos/{owner}/{repo}/readme"],
    getReadmeInDirectory: ["GET /repos/{owner}/{repo}/readme/{dir}"],
    getRelease: ["GET /repos/{owner}/{repo}/releases/{release_id}"],
    getReleaseAsset: ["GET /repos/{owner}/{repo}/releases/assets/{asset_id}"],
    getReleaseByTag: ["GET /repos/{owner}/{repo}/releases/tags/{tag}"],
    getRepoRuleSuite: [
      "GET /repos/{owner}/{repo}/rulesets/rule-suites/{rule_suite_id}"
    ],
    getRepoRuleSuites: ["GET /repos/{owner}/{repo}/rulesets/rule-suites"],
    getRepoRuleset: ["GET /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
    getRepoRulesetHistory: [
      "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history"
    ],
    getRepoRulesetVersion: [
      "GET /repos/{owner}/{repo}/rulesets/{ruleset_id}/history/{version_id}"
    ],
    getRepoRulesets: ["GET /repos/{owner}/{repo}/rulesets"],
    getStatusChecksProtection: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"
    ],
    getTeamsWithAccessToProtectedBranch: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams"
    ],
    getTopPaths: ["GET /repos/{owner}/{repo}/traffic/popular/paths"],
    getTopReferrers: ["GET /repos/{owner}/{repo}/traffic/popular/referrers"],
    getUsersWithAccessToProtectedBranch: [
      "GET /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users"
    ],
    getViews: ["GET /repos/{owner}/{repo}/traffic/views"],
    getWebhook: ["GET /repos/{owner}/{repo}/hooks/{hook_id}"],
    getWebhookConfigForRepo: [
      "GET /repos/{owner}/{repo}/hooks/{hook_id}/config"
    ],
    getWebhookDelivery: [
      "GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}"
    ],
    listActivities: ["GET /repos/{owner}/{repo}/activity"],
    listAttestations: [
      "GET /repos/{owner}/{repo}/attestations/{subject_digest}"
    ],
    listAutolinks: ["GET /repos/{owner}/{repo}/autolinks"],
    listBranches: ["GET /repos/{owner}/{repo}/branches"],
    listBranchesForHeadCommit: [
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/branches-where-head"
    ],
    listCollaborators: ["GET /repos/{owner}/{repo}/collaborators"],
    listCommentsForCommit: [
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/comments"
    ],
    listCommitCommentsForRepo: ["GET /repos/{owner}/{repo}/comments"],
    listCommitStatusesForRef: [
      "GET /repos/{owner}/{repo}/commits/{ref}/statuses"
    ],
    listCommits: ["GET /repos/{owner}/{repo}/commits"],
    listContributors: ["GET /repos/{owner}/{repo}/contributors"],
    listCustomDeploymentRuleIntegrations: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment_protection_rules/apps"
    ],
    listDeployKeys: ["GET /repos/{owner}/{repo}/keys"],
    listDeploymentBranchPolicies: [
      "GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies"
    ],
    listDeploymentStatuses: [
      "GET /repos/{owner}/{repo}/deployments/{deployment_id}/statuses"
    ],
    listDeployments: ["GET /repos/{owner}/{repo}/deployments"],
    listForAuthenticatedUser: ["GET /user/repos"],
    listForOrg: ["GET /orgs/{org}/repos"],
    listForUser: ["GET /users/{username}/repos"],
    listForks: ["GET /repos/{owner}/{repo}/forks"],
    listInvitations: ["GET /repos/{owner}/{repo}/invitations"],
    listInvitationsForAuthenticatedUser: ["GET /user/repository_invitations"],
    listLanguages: ["GET /repos/{owner}/{repo}/languages"],
    listPagesBuilds: ["GET /repos/{owner}/{repo}/pages/builds"],
    listPublic: ["GET /repositories"],
    listPullRequestsAssociatedWithCommit: [
      "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls"
    ],
    listReleaseAssets: [
      "GET /repos/{owner}/{repo}/releases/{release_id}/assets"
    ],
    listReleases: ["GET /repos/{owner}/{repo}/releases"],
    listTags: ["GET /repos/{owner}/{repo}/tags"],
    listTeams: ["GET /repos/{owner}/{repo}/teams"],
    listWebhookDeliveries: [
      "GET /repos/{owner}/{repo}/hooks/{hook_id}/deliveries"
    ],
    listWebhooks: ["GET /repos/{owner}/{repo}/hooks"],
    merge: ["POST /repos/{owner}/{repo}/merges"],
    mergeUpstream: ["POST /repos/{owner}/{repo}/merge-upstream"],
    pingWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/pings"],
    redeliverWebhookDelivery: [
      "POST /repos/{owner}/{repo}/hooks/{hook_id}/deliveries/{delivery_id}/attempts"
    ],
    removeAppAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
      {},
      { mapToData: "apps" }
    ],
    removeCollaborator: [
      "DELETE /repos/{owner}/{repo}/collaborators/{username}"
    ],
    removeStatusCheckContexts: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
      {},
      { mapToData: "contexts" }
    ],
    removeStatusCheckProtection: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"
    ],
    removeTeamAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
      {},
      { mapToData: "teams" }
    ],
    removeUserAccessRestrictions: [
      "DELETE /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
      {},
      { mapToData: "users" }
    ],
    renameBranch: ["POST /repos/{owner}/{repo}/branches/{branch}/rename"],
    replaceAllTopics: ["PUT /repos/{owner}/{repo}/topics"],
    requestPagesBuild: ["POST /repos/{owner}/{repo}/pages/builds"],
    setAdminBranchProtection: [
      "POST /repos/{owner}/{repo}/branches/{branch}/protection/enforce_admins"
    ],
    setAppAccessRestrictions: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/apps",
      {},
      { mapToData: "apps" }
    ],
    setStatusCheckContexts: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks/contexts",
      {},
      { mapToData: "contexts" }
    ],
    setTeamAccessRestrictions: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/teams",
      {},
      { mapToData: "teams" }
    ],
    setUserAccessRestrictions: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection/restrictions/users",
      {},
      { mapToData: "users" }
    ],
    testPushWebhook: ["POST /repos/{owner}/{repo}/hooks/{hook_id}/tests"],
    transfer: ["POST /repos/{owner}/{repo}/transfer"],
    update: ["PATCH /repos/{owner}/{repo}"],
    updateBranchProtection: [
      "PUT /repos/{owner}/{repo}/branches/{branch}/protection"
    ],
    updateCommitComment: ["PATCH /repos/{owner}/{repo}/comments/{comment_id}"],
    updateDeploymentBranchPolicy: [
      "PUT /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies/{branch_policy_id}"
    ],
    updateInformationAboutPagesSite: ["PUT /repos/{owner}/{repo}/pages"],
    updateInvitation: [
      "PATCH /repos/{owner}/{repo}/invitations/{invitation_id}"
    ],
    updateOrgRuleset: ["PUT /orgs/{org}/rulesets/{ruleset_id}"],
    updatePullRequestReviewProtection: [
      "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_pull_request_reviews"
    ],
    updateRelease: ["PATCH /repos/{owner}/{repo}/releases/{release_id}"],
    updateReleaseAsset: [
      "PATCH /repos/{owner}/{repo}/releases/assets/{asset_id}"
    ],
    updateRepoRuleset: ["PUT /repos/{owner}/{repo}/rulesets/{ruleset_id}"],
    updateStatusCheckPotection: [
      "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks",
      {},
      { renamed: ["repos", "updateStatusCheckProtection"] }
    ],
    updateStatusCheckProtection: [
      "PATCH /repos/{owner}/{repo}/branches/{branch}/protection/required_status_checks"
    ],
    updateWebhook: ["PATCH /repos/{owner}/{repo}/hooks/{hook_id}"],
    updateWebhookConfigForRepo: [
      "PATCH /repos/{owner}/{repo}/hooks/{hook_id}/config"
    ],
    uploadReleaseAsset: [
      "POST /repos/{owner}/{repo}/releases/{release_id}/assets{?name,label}",
      { baseUrl: "https://uploads.github.com" }
    ]
  },
  search: {
    code: ["GET /search/code"],
    commits: ["GET /search/commits"],
    issuesAndPullRequests: ["GET /search/issues"],
    labels: ["GET /search/labels"],
    repos: ["GET /search/repositories"],
    topics: ["GET /search/topics"],
    users: ["GET /search/users"]
  },
  secretScanning: {
    createPushProtectionBypass: [
      "POST /repos/{owner}/{repo}/secret-scanning/push-protection-bypasses"
    ],
    getAlert: [
      "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"
    ],
    getScanHistory: ["GET /repos/{owner}/{repo}/secret-scanning/scan-history"],
    listAlertsForOrg: ["GET /orgs/{org}/secret-scanning/alerts"],
    listAlertsForRepo: ["GET /repos/{owner}/{repo}/secret-scanning/alerts"],
    listLocationsForAlert: [
      "GET /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}/locations"
    ],
    listOrgPatternConfigs: [
      "GET /orgs/{org}/secret-scanning/pattern-configurations"
    ],
    updateAlert: [
      "PATCH /repos/{owner}/{repo}/secret-scanning/alerts/{alert_number}"
    ],
    updateOrgPatternConfigs: [
      "PATCH /orgs/{org}/secret-scanning/pattern-configurations"
    ]
  },
  securityAdvisories: {
    createFork: [
      "POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/forks"
    ],
    createPrivateVulnerabilityReport: [
      "POST /repos/{owner}/{repo}/security-advisories/reports"
    ],
    createRepositoryAdvisory: [
      "POST /repos/{owner}/{repo}/security-advisories"
    ],
    createRepositoryAdvisoryCveRequest: [
      "POST /repos/{owner}/{repo}/security-advisories/{ghsa_id}/cve"
    ],
    getGlobalAdvisory: ["GET /advisories/{ghsa_id}"],
    getRepositoryAdvisory: [
      "GET /repos/{owner}/{repo}/security-advisories/{ghsa_id}"
    ],
    listGlobalAdvisories: ["GET /advisories"],
    listOrgRepositoryAdvisories: ["GET /orgs/{org}/security-advisories"],
    listRepositoryAdvisories: ["GET /repos/{owner}/{repo}/security-advisories"],
    updateRepositoryAdvisory: [
      "PATCH /repos/{owner}/{repo}/security-advisories/{ghsa_id}"
    ]
  },
  teams: {
    addOrUpdateMembershipForUserInOrg: [
      "PUT /orgs/{org}/teams/{team_slug}/memberships/{username}"
    ],
    addOrUpdateRepoPermissionsInOrg: [
      "PUT /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"
    ],
    checkPermissionsForRepoInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"
    ],
    create: ["POST /orgs/{org}/teams"],
    createDiscussionCommentInOrg: [
      "POST /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"
    ],
    createDiscussionInOrg: ["POST /orgs/{org}/teams/{team_slug}/discussions"],
    deleteDiscussionCommentInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"
    ],
    deleteDiscussionInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"
    ],
    deleteInOrg: ["DELETE /orgs/{org}/teams/{team_slug}"],
    getByName: ["GET /orgs/{org}/teams/{team_slug}"],
    getDiscussionCommentInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"
    ],
    getDiscussionInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"
    ],
    getMembershipForUserInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/memberships/{username}"
    ],
    list: ["GET /orgs/{org}/teams"],
    listChildInOrg: ["GET /orgs/{org}/teams/{team_slug}/teams"],
    listDiscussionCommentsInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments"
    ],
    listDiscussionsInOrg: ["GET /orgs/{org}/teams/{team_slug}/discussions"],
    listForAuthenticatedUser: ["GET /user/teams"],
    listMembersInOrg: ["GET /orgs/{org}/teams/{team_slug}/members"],
    listPendingInvitationsInOrg: [
      "GET /orgs/{org}/teams/{team_slug}/invitations"
    ],
    listReposInOrg: ["GET /orgs/{org}/teams/{team_slug}/repos"],
    removeMembershipForUserInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/memberships/{username}"
    ],
    removeRepoInOrg: [
      "DELETE /orgs/{org}/teams/{team_slug}/repos/{owner}/{repo}"
    ],
    updateDiscussionCommentInOrg: [
      "PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}/comments/{comment_number}"
    ],
    updateDiscussionInOrg: [
      "PATCH /orgs/{org}/teams/{team_slug}/discussions/{discussion_number}"
    ],
    updateInOrg: ["PATCH /orgs/{org}/teams/{team_slug}"]
  },
  users: {
    addEmailForAuthenticated: [
      "POST /user/emails",
      {},
      { renamed: ["users", "addEmailForAuthenticatedUser"] }
    ],
    addEmailForAuthenticatedUser: ["POST /user/emails"],
    addSocialAccountForAuthenticatedUser: ["POST /user/social_accounts"],
    block: ["PUT /user/blocks/{username}"],
    checkBlocked: ["GET /user/blocks/{username}"],
    checkFollowingForUser: ["GET /users/{username}/following/{target_user}"],
    checkPersonIsFollowedByAuthenticated: ["GET /user/following/{username}"],
    createGpgKeyForAuthenticated: [
      "POST /user/gpg_keys",
      {},
      { renamed: ["users", "createGpgKeyForAuthenticatedUser"] }
    ],
    createGpgKeyForAuthenticatedUser: ["POST /user/gpg_keys"],
    createPublicSshKeyForAuthenticated: [
      "POST /user/keys",
      {},
      { renamed: ["users", "createPublicSshKeyForAuthenticatedUser"] }
    ],
    createPublicSshKeyForAuthenticatedUser: ["POST /user/keys"],
    createSshSigningKeyForAuthenticatedUser: ["POST /user/ssh_signing_keys"],
    deleteAttestationsBulk: [
      "POST /users/{username}/attestations/delete-request"
    ],
    deleteAttestationsById: [
      "DELETE /users/{username}/attestations/{attestation_id}"
    ],
    deleteAttestationsBySubjectDigest: [
      "DELETE /users/{username}/attestations/digest/{subject_digest}"
    ],
    deleteEmailForAuthenticated: [
      "DELETE /user/emails",
      {},
      { renamed: ["users", "deleteEmailForAuthenticatedUser"] }
    ],
    deleteEmailForAuthenticatedUser: ["DELETE /user/emails"],
    deleteGpgKeyForAuthenticated: [
      "DELETE /user/gpg_keys/{gpg_key_id}",
      {},
      { renamed: ["users", "deleteGpgKeyForAuthenticatedUser"] }
    ],
    deleteGpgKeyForAuthenticatedUser: ["DELETE /user/gpg_keys/{gpg_key_id}"],
    deletePublicSshKeyForAuthenticated: [
      "DELETE /user/keys/{key_id}",
      {},
      { renamed: ["users", "deletePublicSshKeyForAuthenticatedUser"] }
    ],
    deletePublicSshKeyForAuthenticatedUser: ["DELETE /user/keys/{key_id}"],
    deleteSocialAccountForAuthenticatedUser: ["DELETE /user/social_accounts"],
    deleteSshSigningKeyForAuthenticatedUser: [
      "DELETE /user/ssh_signing_keys/{ssh_signing_key_id}"
    ],
    follow: ["PUT /user/following/{username}"],
    getAuthenticated: ["GET /user"],
    getById: ["GET /user/{account_id}"],
    getByUsername: ["GET /users/{username}"],
    getContextForUser: ["GET /users/{username}/hovercard"],
    getGpgKeyForAuthenticated: [
      "GET /user/gpg_keys/{gpg_key_id}",
      {},
      { renamed: ["users", "getGpgKeyForAuthenticatedUser"] }
    ],
    getGpgKeyForAuthenticatedUser: ["GET /user/gpg_keys/{gpg_key_id}"],
    getPublicSshKeyForAuthenticated: [
      "GET /user/keys/{key_id}",
      {},
      { renamed: ["users", "getPublicSshKeyForAuthenticatedUser"] }
    ],
    getPublicSshKeyForAuthenticatedUser: ["GET /user/keys/{key_id}"],
    getSshSigningKeyForAuthenticatedUser: [
      "GET /user/ssh_signing_keys/{ssh_signing_key_id}"
    ],
    list: ["GET /users"],
    listAttestations: ["GET /users/{username}/attestations/{subject_digest}"],
    listAttestationsBulk: [
      "POST /users/{username}/attestations/bulk-list{?per_page,before,after}"
    ],
    listBlockedByAuthenticated: [
      "GET /user/blocks",
      {},
      { renamed: ["users", "listBlockedByAuthenticatedUser"] }
    ],
    listBlockedByAuthenticatedUser: ["GET /user/blocks"],
    listEmailsForAuthenticated: [
      "GET /user/emails",
      {},
      { renamed: ["users", "listEmailsForAuthenticatedUser"] }
    ],
    listEmailsForAuthenticatedUser: ["GET /user/emails"],
    listFollowedByAuthenticated: [
      "GET /user/following",
      {},
      { renamed: ["users", "listFollowedByAuthenticatedUser"] }
    ],
    listFollowedByAuthenticatedUser: ["GET /user/following"],
    listFollowersForAuthenticatedUser: ["GET /user/followers"],
    listFollowersForUser: ["GET /users/{username}/followers"],
    listFollowingForUser: ["GET /users/{username}/following"],
    listGpgKeysForAuthenticated: [
      "GET /user/gpg_keys",
      {},
      { renamed: ["users", "listGpgKeysForAuthenticatedUser"] }
    ],
    listGpgKeysForAuthenticatedUser: ["GET /user/gpg_keys"],
    listGpgKeysForUser: ["GET /users/{username}/gpg_keys"],
    listPublicEmailsForAuthenticated: [
      "GET /user/public_emails",
      {},
      { renamed: ["users", "listPublicEmailsForAuthenticatedUser"] }
    ],
    listPublicEmailsForAuthenticatedUser: ["GET /user/public_emails"],
    listPublicKeysForUser: ["GET /users/{username}/keys"],
    listPublicSshKeysForAuthenticated: [
      "GET /user/keys",
      {},
      { renamed: ["users", "listPublicSshKeysForAuthenticatedUser"] }
    ],
    listPublicSshKeysForAuthenticatedUser: ["GET /user/keys"],
    listSocialAccountsForAuthenticatedUser: ["GET /user/social_accounts"],
    listSocialAccountsForUser: ["GET /users/{username}/social_accounts"],
    listSshSigningKeysForAuthenticatedUser: ["GET /user/ssh_signing_keys"],
    listSshSigningKeysForUser: ["GET /users/{username}/ssh_signing_keys"],
    setPrimaryEmailVisibilityForAuthenticated: [
      "PATCH /user/email/visibility",
      {},
      { renamed: ["users", "setPrimaryEmailVisibilityForAuthenticatedUser"] }
    ],
    setPrimaryEmailVisibilityForAuthenticatedUser: [
      "PATCH /user/email/visibility"
    ],
    unblock: ["DELETE /user/blocks/{username}"],
    unfollow: ["DELETE /user/following/{username}"],
    updateAuthenticated: ["PATCH /user"]
  }
};
var endpoints_default = Endpoints;

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/endpoints-to-methods.js
var endpointMethodsMap = /* @__PURE__ */ new Map();
for (const [scope, endpoints] of Object.entries(endpoints_default)) {
  for (const [methodName, endpoint2] of Object.entries(endpoints)) {
    const [route, defaults2, decorations] = endpoint2;
    const [method, url] = route.split(/ /);
    const endpointDefaults = Object.assign(
      {
        method,
        url
      },
      defaults2
    );
    if (!endpointMethodsMap.has(scope)) {
      endpointMethodsMap.set(scope, /* @__PURE__ */ new Map());
    }
    endpointMethodsMap.get(scope).set(methodName, {
      scope,
      methodName,
      endpointDefaults,
      decorations
    });
  }
}
var handler = {
  has({ scope }, methodName) {
    return endpointMethodsMap.get(scope).has(methodName);
  },
  getOwnPropertyDescriptor(target, methodName) {
    return {
      value: this.get(target, methodName),
      // ensures method is in the cache
      configurable: true,
      writable: true,
      enumerable: true
    };
  },
  defineProperty(target, methodName, descriptor) {
    Object.defineProperty(target.cache, methodName, descriptor);
    return true;
  },
  deleteProperty(target, methodName) {
    delete target.cache[methodName];
    return true;
  },
  ownKeys({ scope }) {
    return [...endpointMethodsMap.get(scope).keys()];
  },
  set(target, methodName, value) {
    return target.cache[methodName] = value;
  },
  get({ octokit, scope, cache }, methodName) {
    if (cache[methodName]) {
      return cache[methodName];
    }
    const method = endpointMethodsMap.get(scope).get(methodName);
    if (!method) {
      return void 0;
    }
    const { endpointDefaults, decorations } = method;
    if (decorations) {
      cache[methodName] = decorate(
        octokit,
        scope,
        methodName,
        endpointDefaults,
        decorations
      );
    } else {
      cache[methodName] = octokit.request.defaults(endpointDefaults);
    }
    return cache[methodName];
  }
};
function endpointsToMethods(octokit) {
  const newMethods = {};
  for (const scope of endpointMethodsMap.keys()) {
    newMethods[scope] = new Proxy({ octokit, scope, cache: {} }, handler);
  }
  return newMethods;
}
function decorate(octokit, scope, methodName, defaults2, decorations) {
  const requestWithDefaults = octokit.request.defaults(defaults2);
  function withDecorations(...args) {
    let options = requestWithDefaults.endpoint.merge(...args);
    if (decorations.mapToData) {
      options = Object.assign({}, options, {
        data: options[decorations.mapToData],
        [decorations.mapToData]: void 0
      });
      return requestWithDefaults(options);
    }
    if (decorations.renamed) {
      const [newScope, newMethodName] = decorations.renamed;
      octokit.log.warn(
        `octokit.${scope}.${methodName}() has been renamed to octokit.${newScope}.${newMethodName}()`
      );
    }
    if (decorations.deprecated) {
      octokit.log.warn(decorations.deprecated);
    }
    if (decorations.renamedParameters) {
      const options2 = requestWithDefaults.endpoint.merge(...args);
      for (const [name, alias] of Object.entries(
        decorations.renamedParameters
      )) {
        if (name in options2) {
          octokit.log.warn(
            `"${name}" parameter is deprecated for "octokit.${scope}.${methodName}()". Use "${alias}" instead`
          );
          if (!(alias in options2)) {
            options2[alias] = options2[name];
          }
          delete options2[name];
        }
      }
      return requestWithDefaults(options2);
    }
    return requestWithDefaults(...args);
  }
  return Object.assign(withDecorations, requestWithDefaults);
}

// node_modules/@octokit/plugin-rest-endpoint-methods/dist-src/index.js
function restEndpointMethods(octokit) {
  const api = endpointsToMethods(octokit);
  return {
    rest: api
  };
}
restEndpointMethods.VERSION = VERSION5;
function legacyRestEndpointMethods(octokit) {
  const api = endpointsToMethods(octokit);
  return {
    ...api,
    rest: api
  };
}
legacyRestEndpointMethods.VERSION = VERSION5;

// node_modules/@octokit/plugin-paginate-rest/dist-bundle/index.js
var VERSION6 = "0.0.0-development";
function normalizePaginatedListResponse(response) {
  if (!response.data) {
    return {
      ...response,
      data: []
    };
  }
  const responseNeedsNormalization = ("total_count" in response.data || "total_commits" in response.data) && !("url" in response.data);
  if (!responseNeedsNormalization) return response;
  const incompleteResults = response.data.incomplete_results;
  const repositorySelection = response.data.repository_selection;
  const totalCount = response.data.total_count;
  const totalCommits = response.data.total_commits;
  delete response.data.incomplete_results;
  delete response.data.repository_selection;
  delete response.data.total_count;
  delete response.data.total_commits;
  const namespaceKey = Object.keys(response.data)[0];
  const data = response.data[namespaceKey];
  response.data = data;
  if (typeof incompleteResults !== "undefined") {
    response.data.incomplete_results = incompleteResults;
  }
  if (typeof repositorySelection !== "undefined") {
    response.data.repository_selection = repositorySelection;
  }
  response.data.total_count = totalCount;
  response.data.total_commits = totalCommits;
  return response;
}
function iterator(octokit, route, parameters) {
  const options = typeof route === "function" ? route.endpoint(parameters) : octokit.request.endpoint(route, parameters);
  const requestMethod = typeof route === "function" ? route : octokit.request;
  const method = options.method;
  const headers = options.headers;
  let url = options.url;
  return {
    [Symbol.asyncIterator]: () => ({
      async next() {
        if (!url) return { done: true };
        try {
          const response = await requestMethod({ method, url, headers });
          const normalizedResponse = normalizePaginatedListResponse(response);
          url = ((normalizedResponse.headers.link || "").match(
            /<([^<>]+)>;\s*rel="next"/
          ) || [])[1];
          if (!url && "total_commits" in normalizedResponse.data) {
            const parsedUrl = new URL(normalizedResponse.url);
            const params = parsedUrl.searchParams;
            const page = parseInt(params.get("page") || "1", 10);
            const per_page = parseInt(params.get("per_page") || "250", 10);
            if (page * per_page < normalizedResponse.data.total_commits) {
              params.set("page", String(page + 1));
              url = parsedUrl.toString();
            }
          }
          return { value: normalizedResponse };
        } catch (error) {
          if (error.status !== 409) throw error;
          url = "";
          return {
            value: {
              status: 200,
              headers: {},
              data: []
            }
          };
        }
      }
    })
  };
}
function paginate(octokit, route, parameters, mapFn) {
  if (typeof parameters === "function") {
    mapFn = parameters;
    parameters = void 0;
  }
  return gather(
    octokit,
    [],
    iterator(octokit, route, parameters)[Symbol.asyncIterator](),
    mapFn
  );
}
function gather(octokit, results, iterator2, mapFn) {
  return iterator2.next().then((result) => {
    if (result.done) {
      return results;
    }
    let earlyExit = false;
    function done() {
      earlyExit = true;
    }
    results = results.concat(
      mapFn ? mapFn(result.value, done) : result.value.data
    );
    if (earlyExit) {
      return results;
    }
    return gather(octokit, results, iterator2, mapFn);
  });
}
var composePaginateRest = Object.assign(paginate, {
  iterator
});
function paginateRest(octokit) {
  return {
    paginate: Object.assign(paginate.bind(null, octokit), {
      iterator: iterator.bind(null, octokit)
    })
  };
}
paginateRest.VERSION = VERSION6;

// node_modules/@actions/github/lib/utils.js
var context = new Context();
var baseUrl = getApiBaseUrl();
var defaults = {
  baseUrl,
  request: {
    agent: getProxyAgent(baseUrl),
    fetch: getProxyFetch(baseUrl)
  }
};
var GitHub = Octokit.plugin(restEndpointMethods, paginateRest).defaults(defaults);
function getOctokitOptions(token, options) {
  const opts = Object.assign({}, options || {});
  const auth2 = getAuthString(token, opts);
  if (auth2) {
    opts.auth = auth2;
  }
  const userAgent2 = getUserAgentWithOrchestrationId(opts.userAgent);
  if (userAgent2) {
    opts.userAgent = userAgent2;
  }
  return opts;
}

// node_modules/@actions/github/lib/github.js
var context2 = new Context();
function getOctokit(token, options, ...additionalPlugins) {
  const GitHubWithPlugins = GitHub.plugin(...additionalPlugins);
  return new GitHubWithPlugins(getOctokitOptions(token, options));
}

// src/action/answers.ts
function pullState(data) {
  const json = asJson(data);
  const number = numberAt(json, "number");
  const headSha = textAt(json, "head", "sha") ?? "";
  const baseSha = textAt(json, "base", "sha") ?? "";
  const baseRef = textAt(json, "base", "ref");
  if (number === void 0 || baseRef === void 0 || !objectId.test(headSha) || !objectId.test(baseSha)) {
    return void 0;
  }
  const headRepository = repositoryAt(field(json, "head", "repo"));
  const mergeable = field(json, "mergeable");
  const mergeSha = textAt(json, "merge_commit_sha") ?? "";
  const mergeBase2 = textAt(json, "merge_base") ?? "";
  const createdAt = textAt(json, "created_at");
  return {
    number,
    open: textAt(json, "state") === "open",
    headSha,
    headRef: textAt(json, "head", "ref") ?? headSha,
    ...headRepository !== void 0 && { headRepository },
    baseRef,
    baseSha,
    mergeable: typeof mergeable === "boolean" ? mergeable : null,
    ...objectId.test(mergeSha) && { mergeSha },
    ...objectId.test(mergeBase2) && { mergeBase: mergeBase2 },
    labels: labelsOf(json),
    ...createdAt !== void 0 && { createdAt }
  };
}
function happening(data) {
  const json = asJson(data);
  const login = textAt(json, "actor", "login");
  const label = textAt(json, "label", "name");
  return {
    id: numberAt(json, "id") ?? 0,
    what: textAt(json, "event") ?? "",
    at: textAt(json, "created_at") ?? "",
    ...login !== void 0 && { actor: { login, id: numberAt(json, "actor", "id") } },
    ...label !== void 0 && { label }
  };
}
function runState(data) {
  const json = asJson(data);
  const headBranch = textAt(json, "head_branch");
  const headRepository = textAt(json, "head_repository", "full_name");
  return {
    event: textAt(json, "event") ?? "",
    headSha: textAt(json, "head_sha") ?? "",
    ...headBranch !== void 0 && { headBranch },
    ...headRepository !== void 0 && { headRepository },
    createdAt: textAt(json, "created_at") ?? ""
  };
}
function labelsOf(json) {
  const labels = field(json, "labels");
  return Array.isArray(labels) ? labels.flatMap((one) => textAt(one, "name") ?? []) : [];
}

// src/action/forge.ts
var maxPages = 300;
function pageSize(apiUrl) {
  return apiUrl.endsWith("/api/v1") ? { limit: 50 } : { per_page: 100 };
}
async function everyPage(ask2, need = "some") {
  const found = [];
  for (let page = 1; page <= maxPages; page++) {
    const { data, headers } = await patiently(() => ask2(page));
    found.push(...data);
    if (!(headers.link ?? "").includes('rel="next"')) return found;
  }
  if (need === "whole") throw new Error(`there are more than ${found.length}`);
  return found;
}
function openForge(environment, token) {
  if (token === "") return withoutToken;
  const { owner, repository: repo, apiUrl } = environment;
  const octokit = openOctokit(environment, token);
  const { actions, issues, pulls, repos } = octokit.rest;
  const size = pageSize(apiUrl);
  return {
    pullRequest: async (number) => pullState((await patiently(() => pulls.get({ owner, repo, pull_number: number }))).data),
    pullRequestsFrom: async (headOwner, branch) => {
      const ask2 = { owner, repo, state: "open", head: `${headOwner}:${branch}`, ...size };
      const found = await everyPage((page) => pulls.list({ ...ask2, page }));
      return found.flatMap((one) => pullState(one) ?? []);
    },
    mergeBase: async (base, head) => {
      const basehead = `${base}...${head}`;
      const { data } = await patiently(
        () => repos.compareCommitsWithBasehead({ owner, repo, basehead, ..."limit" in size ? {} : { per_page: 1 } })
      );
      const found = data;
      const mergeBase2 = found.merge_base_commit?.sha ?? "";
      const baseTip = found.base_commit?.sha ?? "";
      return objectId.test(mergeBase2) && objectId.test(baseTip) ? { mergeBase: mergeBase2, baseTip } : void 0;
    },
    comments: async (pullRequest2) => {
      const ask2 = { owner, repo, issue_number: pullRequest2, ...size };
      const found = await everyPage((page) => issues.listComments({ ...ask2, page }));
      return found.map(({ id, body, user }) => ({ id, body: body ?? "", author: user }));
    },
    createComment: async (pullRequest2, body) => {
      const ask2 = { owner, repo, issue_number: pullRequest2, body };
      const { data } = await patiently(() => issues.createComment(ask2), "once");
      return { id: data.id, body: data.body ?? body, author: data.user };
    },
    updateComment: async (id, body) => {
      await patiently(() => issues.updateComment({ owner, repo, comment_id: id, body }));
    },
    deleteComment: async (id) => {
      await patiently(() => issues.deleteComment({ owner, repo, comment_id: id }));
    },
    happenings: async (pullRequest2) => {
      const ask2 = { owner, repo, issue_number: pullRequest2, ...size };
      const found = await everyPage((page) => issues.listEvents({ ...ask2, page }), "whole");
      return found.map(happening);
    },
    permission: async (username) => {
      const ask2 = { owner, repo, username };
      const json = asJson((await patiently(() => repos.getCollaboratorPermissionLevel(ask2))).data);
      return { permission: textAt(json, "permission") ?? "", userId: numberAt(json, "user", "id") };
    },
    runsFor: async (headSha) => {
      const ask2 = { owner, repo, head_sha: headSha, event: "pull_request", ...size };
      const found = await everyPage(async (page) => {
        const { data, headers } = await actions.listWorkflowRunsForRepo({ ...ask2, page });
        return { data: data.workflow_runs, headers };
      });
      return found.map(runState);
    },
    isOurs: () => findViewer(octokit)
  };
}
function openOctokit({ apiUrl }, token) {
  const octokit = getOctokit(token, { baseUrl: apiUrl, userAgent: `flopgate/${version}`, log: silent });
  octokit.hook.before("request", (options) => {
    options.headers["x-github-api-version"] = "2022-11-28";
  });
  return octokit;
}
var withoutToken = {
  pullRequest: async () => void 0,
  pullRequestsFrom: refuse,
  mergeBase: async () => void 0,
  comments: refuse,
  createComment: refuse,
  updateComment: refuse,
  deleteComment: refuse,
  happenings: refuse,
  permission: refuse,
  runsFor: refuse,
  isOurs: refuse
};
async function refuse() {
  throw new Error("the input `github-token` is empty");
}
async function findViewer(octokit) {
  try {
    const { data } = await patiently(() => octokit.rest.users.getAuthenticated());
    return ({ login }) => login === data.login;
  } catch {
    const login = await appLogin(octokit);
    return (author) => author.login === `${login}[bot]` && (author.type ?? "Bot") === "Bot";
  }
}
async function appLogin(octokit) {
  try {
    const found = await octokit.graphql("query { viewer { login } }");
    const login = found.viewer?.login;
    return typeof login === "string" && login !== "" ? login.replace(/\[bot\]$/, "") : "github-actions";
  } catch {
    return "github-actions";
  }
}
var silent = { debug: () => {
}, info: () => {
}, warn: () => {
}, error: () => {
} };

// src/action/inputs.ts
function readInputs() {
  const reportPath2 = getInput("report-path");
  const cache = getInput("cache");
  return {
    token: getInput("github-token"),
    config: repositoryPath("config", getInput("config") || ".github/flopgate.yml"),
    models: getMultilineInput("models").filter((line) => line !== ""),
    ...revisionsOrFolders(getInput("base"), getInput("head")),
    comment: oneOf("comment", ["on-change", "always", "on-failure", "never"]),
    commentKey: shortKey(getInput("comment-key")),
    failOn: oneOf("fail-on", ["error", "warn", "never"]),
    jobSummary: oneOf("job-summary", ["true", "false"]) === "true",
    ...reportPath2 !== "" && { reportPath: reportPath2 },
    ...cache !== "" && { cache },
    ...matrixStep()
  };
}
function revisionsOrFolders(base, head) {
  const [one, other] = [base.endsWith("/"), head.endsWith("/")];
  if (one && other) return { folders: { base, head } };
  if (one || other) {
    const [input, value] = one ? ["head", head] : ["base", base];
    fail("usage/input", { input, value, expected: "a folder with `/` at its end too, for the other one is" });
  }
  return { ...base !== "" && { base }, ...head !== "" && { head } };
}
function matrixStep() {
  const [plan, part] = [getInput("plan"), getInput("part")];
  const parts = getMultilineInput("parts").filter((line) => line !== "");
  const given = [plan !== "" && "plan", part !== "" && "part", parts.length > 0 && "parts"].filter((name) => name);
  if (given.length > 1) {
    fail("usage/input", { input: String(given[1]), value: "set", expected: `empty where \`${given[0]}\` is set` });
  }
  if (given.length > 0 && getInput("base").endsWith("/")) {
    fail("usage/input", { input: String(given[0]), value: "set", expected: "empty where folders are compared" });
  }
  const most = /^\d{1,3}$/.test(plan) ? Number(plan) : 0;
  if (plan !== "" && (most < 1 || most > 256)) {
    fail("usage/input", { input: "plan", value: plan, expected: "a number of jobs from 1 to 256" });
  }
  const share = readShare(part);
  if (part !== "" && share === void 0) {
    fail("usage/input", { input: "part", value: part, expected: "a part as the plan names it, such as 2/5" });
  }
  return { ...plan !== "" && { plan: most }, ...share !== void 0 && { part: share }, parts };
}
function oneOf(input, values) {
  const given = getInput(input);
  if (given === "") return values[0];
  const value = values.find((v) => v === given);
  return value ?? fail("usage/input", { input, value: given, expected: `one of ${values.join(", ")}` });
}
function repositoryPath(input, given) {
  const path = given.replace(/^(?:\.\/)+/, "");
  if (path.startsWith("/") || path.includes("\\") || path.split("/").some((s) => s === ".." || s === "")) {
    fail("usage/input", { input, value: given, expected: "a path inside the repository, from its root, with `/`" });
  }
  return path;
}
function shortKey(key) {
  if (key.length > 100) {
    fail("usage/input", { input: "comment-key", value: `${key.slice(0, 20)}\u2026`, expected: "at most 100 characters" });
  }
  return key;
}

// src/action/judge.ts
import { existsSync as existsSync3, realpathSync } from "node:fs";
import { basename, dirname as dirname2, join as join3, relative, resolve } from "node:path";

// src/action/lfs.ts
import { join as join2 } from "node:path";

// src/host/lfs-client.ts
import { rmSync as rmSync2 } from "node:fs";

// src/host/lfs-files.ts
import { createHash, randomUUID } from "node:crypto";
import {
  closeSync,
  existsSync as existsSync2,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync
} from "node:fs";
import { open } from "node:fs/promises";
import { dirname, join } from "node:path";
async function saveWhole(path, pointer, pieces) {
  const partial = `${path}.${randomUUID()}.part`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    const found = await write2(partial, pieces, pointer.size);
    if (found.size !== pointer.size)
      throw new LfsFailure("corrupt", `it has ${found.size < pointer.size ? found.size : "more"} bytes at the server`);
    if (found.oid !== pointer.oid) throw new LfsFailure("corrupt", `its SHA-256 is ${found.oid}`);
    renameSync(partial, path);
  } catch (error) {
    if (existsSync2(partial)) rmSync(partial);
    throw asLfsFailure(error);
  }
}
async function write2(path, pieces, enough) {
  const hash = createHash("sha256");
  let size = 0n;
  const file = await open(path, "wx", 384);
  try {
    for await (const piece of pieces) {
      size += BigInt(piece.length);
      if (size > enough) break;
      hash.update(piece);
      await file.writeFile(piece);
    }
  } finally {
    await file.close();
  }
  return { size, oid: hash.digest("hex") };
}
function pruneFiles(folder, mostBytes) {
  const entries = attempt(() => readdirSync(folder, { recursive: true, withFileTypes: true })) ?? [];
  const files = entries.flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const stat = entry.isFile() && ours.test(entry.name) ? attempt(() => statSync(path)) : void 0;
    return stat === void 0 ? [] : [{ path, size: stat.size, used: stat.mtimeMs }];
  });
  let total = files.reduce((sum, { size }) => sum + size, 0);
  for (const { path, size } of files.sort((a, b) => a.used - b.used)) {
    if (total <= mostBytes) return;
    attempt(() => rmSync(path, { force: true }));
    total -= size;
  }
}
function touch(path) {
  attempt(() => utimesSync(path, /* @__PURE__ */ new Date(), /* @__PURE__ */ new Date()));
}
var ours = /^[0-9a-f]{64}(?:\.[0-9a-f-]{36}\.part)?$/;
function attempt(step) {
  try {
    return step();
  } catch {
    return void 0;
  }
}
function readPart(path, from, to) {
  const bytes = new Uint8Array(to - from);
  let file;
  try {
    file = openSync(path, "r");
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, bytes.length - at, from + at);
      if (read === 0) throw new LfsFailure("corrupt", "the copy on this disk became shorter");
      at += read;
    }
    return bytes;
  } catch (error) {
    throw asLfsFailure(error);
  } finally {
    if (file !== void 0) closeSync(file);
  }
}
function asLfsFailure(error) {
  if (!(error instanceof Error) || !("code" in error) || error instanceof LfsFailure) return error;
  return new LfsFailure("unavailable", `it cannot be kept on this disk (${String(error.code)})`);
}

// src/host/lfs-http.ts
import { BlockList, isIP } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
var mostRedirects = 5;
var mostFailures = 3;
var errorBytes = 16 * 1024;
function openHttp(fetcher, userAgent2, limits) {
  const closing = new AbortController();
  const failed = /* @__PURE__ */ new Map();
  let requests = 0;
  async function follow({ url, method, headers, body, server }) {
    let to = url;
    let sent = headers;
    for (let hops = 0; ; hops++) {
      refuseUnsafe(to, server);
      const answer = await once(to, { method, headers: { ...sent, "user-agent": userAgent2 }, ...body && { body } });
      const location = answer.headers.get("location");
      if (!redirects.has(answer.status) || location === null) return answer;
      answer.drop();
      if (hops === mostRedirects) throw new LfsFailure("unsafe", `more than ${mostRedirects} redirects`);
      const next = URL.canParse(location, to.href) ? new URL(location, to) : void 0;
      if (next === void 0) throw new LfsFailure("unsafe", `a redirect to \`${quote(location)}\``);
      if (to.protocol === "https:" && next.protocol !== "https:")
        throw new LfsFailure("unsafe", `a redirect from https to \`${next.protocol}//${next.host}\``);
      if (next.origin !== to.origin) sent = withoutCredentials(sent);
      to = next;
    }
  }
  async function once(url, init) {
    const abort = new AbortController();
    const signal = AbortSignal.any([abort.signal, closing.signal]);
    const late = (seconds2, what) => setTimeout(() => abort.abort(new LfsFailure("unavailable", `${what} for ${seconds2} s`)), seconds2 * 1e3);
    const deadline = late(limits.requestSeconds, `${url.host} did not answer`);
    requests++;
    try {
      const response = await fetcher(url.href, { ...init, redirect: "manual", signal });
      return answerOf(response, url, abort, limits, () => late(limits.idleSeconds, `${url.host} sent nothing`));
    } catch (error) {
      throw asFailure(error, url);
    } finally {
      clearTimeout(deadline);
    }
  }
  async function attemptOnce(request2) {
    try {
      const answer = await follow(request2);
      if (!worthAnotherTry(answer.status)) return answer;
      const pause = retryAfter(answer.headers);
      const failure = failureOf(answer.status, messageOf(await answer.text(errorBytes)));
      return { failure, ...pause !== void 0 && { pause } };
    } catch (error) {
      const failure = asFailure(error, request2.url);
      if (failure.reason !== "unavailable") throw failure;
      return { failure };
    }
  }
  return {
    get requests() {
      return requests;
    },
    close: () => closing.abort(new LfsFailure("unavailable", "the run is over")),
    ask: async (request2) => {
      const { host } = request2.url;
      const before = failed.get(host) ?? 0;
      if (before >= mostFailures) throw new LfsFailure("unavailable", `${host} failed ${before} times in a row`);
      for (let attempt3 = 1; ; attempt3++) {
        const answer = await attemptOnce(request2);
        if (!("failure" in answer)) {
          failed.delete(host);
          return answer;
        }
        if (attempt3 === limits.tries) failed.set(host, before + 1);
        const { failure, pause = limits.retrySeconds * 2 ** (attempt3 - 1) } = answer;
        if (attempt3 >= limits.tries || closing.signal.aborted || failure.reason === "quota") throw failure;
        if (pause > limits.longestPauseSeconds)
          throw new LfsFailure("limited", `${failure.message}, and asks for a pause of ${Math.ceil(pause)} s`);
        await sleep(pause * 1e3, void 0, { signal: closing.signal }).catch(() => {
          throw failure;
        });
      }
    }
  };
}
var redirects = /* @__PURE__ */ new Set([301, 302, 307, 308]);
function worthAnotherTry(status) {
  return status === 408 || status === 429 || status >= 500 && status !== 501;
}
function retryAfter(headers) {
  const value = headers.get("retry-after") ?? "";
  if (/^\d{1,9}$/.test(value)) return Number(value);
  const date = Date.parse(value);
  return Number.isNaN(date) ? void 0 : Math.max(0, (date - Date.now()) / 1e3);
}
function answerOf(response, url, abort, { idleSeconds, slowest }, startIdle) {
  const { status, headers, body } = response;
  async function* pieces() {
    if (body === null) return;
    const reader = body.getReader();
    const begun = performance.now();
    let length = 0;
    try {
      for (; ; ) {
        const idle = startIdle();
        const { done, value } = await reader.read().finally(() => clearTimeout(idle));
        if (done) return;
        length += value.length;
        const seconds2 = (performance.now() - begun) / 1e3;
        if (seconds2 > idleSeconds && length < seconds2 * slowest)
          throw new LfsFailure("unavailable", `${url.host} sent less than ${slowest} bytes a second`);
        yield value;
      }
    } catch (error) {
      throw new LfsFailure("broken off", asFailure(error, url).message);
    } finally {
      await reader.cancel().catch(() => {
      });
    }
  }
  return {
    status,
    headers,
    pieces,
    text: async (limit) => {
      const parts = [];
      let length = 0;
      for await (const piece of pieces()) {
        parts.push(piece);
        length += piece.length;
        if (length >= limit) break;
      }
      return Buffer.concat(parts).subarray(0, limit).toString("utf8");
    },
    drop: () => abort.abort()
  };
}
function messageOf(body) {
  try {
    const parsed = JSON.parse(body);
    const found = typeof parsed === "object" && parsed !== null && "message" in parsed ? parsed.message : "";
    return typeof found === "string" ? found : "";
  } catch {
    return /<Message>([^<]*)<\/Message>/.exec(body)?.[1] ?? "";
  }
}
function asFailure(error, url) {
  if (error instanceof LfsFailure) return error;
  if (!(error instanceof Error)) throw error;
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
  return new LfsFailure("unavailable", `${url.host} cannot be reached (${quote(code)})`);
}
var credentials = /^(?:authorization|proxy-authorization|cookie)$/i;
function withoutCredentials(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !credentials.test(name)));
}
function refuseUnsafe(url, server) {
  const where = `\`${quote(`${url.protocol}//${url.host}`)}\``;
  if (url.protocol !== "https:" && !(url.protocol === "http:" && server.protocol === "http:"))
    throw new LfsFailure("unsafe", `a link to ${where}, which is not https`);
  if (url.username !== "" || url.password !== "") throw new LfsFailure("unsafe", `a link to ${where} with a password`);
  if (url.hostname !== server.hostname && isPrivate(url.hostname, server.hostname))
    throw new LfsFailure("unsafe", `a link to ${where}, a private address`);
}
function isPrivate(hostname, server) {
  const host = hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const family = isIP(host);
  const [, zone = ""] = /(?:^|\.)(localhost|local|internal)$/i.exec(host) ?? [];
  if (family === 0) return zone !== "" && (zone === "localhost" || !server.endsWith(`.${zone}`));
  return family === 6 ? privateAddresses.check(host, "ipv6") : privateAddresses.check(host, "ipv4");
}
var privateAddresses = new BlockList();
for (const subnet of [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "224.0.0.0/3"
]) {
  const [net = "", prefix = ""] = subnet.split("/");
  privateAddresses.addSubnet(net, Number(prefix), "ipv4");
}
for (const subnet of ["::/127", "64:ff9b::/96", "fc00::/7", "fe80::/10", "ff00::/8"]) {
  const [net = "", prefix = ""] = subnet.split("/");
  privateAddresses.addSubnet(net, Number(prefix), "ipv6");
}

// src/host/lfs-batch.ts
var batchSize = 100;
var answerBytes = 4 * 1024 * 1024;
var mediaType = "application/vnd.git-lfs+json";
async function askBatch(http, endpoint2, objects) {
  const url = new URL(`${endpoint2.url.replace(/\/+$/, "")}/objects/batch`);
  const now = Date.now();
  const answer = await http.ask({
    url,
    server: url,
    method: "POST",
    headers: {
      accept: mediaType,
      "content-type": mediaType,
      ...endpoint2.authorization !== void 0 && { authorization: endpoint2.authorization }
    },
    body: JSON.stringify({
      operation: "download",
      transfers: ["basic"],
      hash_algo: "sha256",
      objects: objects.map(({ oid, size }) => ({ oid, size: Number(size) }))
    })
  });
  const text = await answer.text(answerBytes);
  if (answer.status !== 200) throw refusal(answer.status, messageOf(text));
  const reply = parseReply(text);
  const found = /* @__PURE__ */ new Map();
  for (const pointer of objects) found.set(pointer.oid, downloadOf(reply.get(pointer.oid), pointer, endpoint2, now));
  return found;
}
function refusal(status, said) {
  const failure = failureOf(status, said);
  return failure.reason === "missing" ? new LfsFailure("denied", failure.message) : failure;
}
function parseReply(text) {
  const reply = fieldsOf(parseJson(text));
  const transfer = reply.get("transfer") ?? "basic";
  if (transfer !== "basic") throw unsupported(`it chose the transfer \`${quote(String(transfer))}\``);
  const algorithm = reply.get("hash_algo") ?? "sha256";
  if (algorithm !== "sha256") throw unsupported(`it names objects by \`${quote(String(algorithm))}\``);
  const objects = reply.get("objects");
  if (!Array.isArray(objects)) throw unsupported("it lists no objects");
  const byOid = /* @__PURE__ */ new Map();
  for (const one of objects) {
    const fields = fieldsOf(one);
    const oid = fields.get("oid");
    if (typeof oid === "string") byOid.set(oid, fields);
  }
  return byOid;
}
function parseJson(text) {
  try {
    return JSON.parse(text);
  } catch {
    throw unsupported("it is not JSON");
  }
}
function unsupported(what) {
  return new LfsFailure("unsupported", `the server\u2019s answer cannot be used: ${what}`);
}
function fieldsOf(value) {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
function downloadOf(fields, pointer, endpoint2, now) {
  if (fields === void 0) return new LfsFailure("missing", "the server does not speak of it");
  const error = fieldsOf(fields.get("error"));
  const [code, said] = [error.get("code"), error.get("message")];
  if (typeof code === "number") return failureOf(code, typeof said === "string" ? said : "");
  const size = fields.get("size");
  if (typeof size === "number" && BigInt(Math.trunc(size)) !== pointer.size)
    return new LfsFailure("corrupt", `the server holds ${size} bytes of that name`);
  const action = fieldsOf(fieldsOf(fields.get("actions")).get("download"));
  const href = action.get("href");
  if (href === void 0) return new LfsFailure("missing", "the server gives no link to it");
  if (typeof href !== "string" || !URL.canParse(href)) return unsupported("a link is no address");
  const url = new URL(href);
  const expires = expiryOf(action, now);
  return { href: url, headers: headersOf(action, url, endpoint2), ...expires !== void 0 && { expires } };
}
function expiryOf(action, now) {
  const seconds2 = action.get("expires_in");
  if (typeof seconds2 === "number" && seconds2 !== 0) return now + seconds2 * 1e3;
  const date = action.get("expires_at");
  const at = typeof date === "string" ? Date.parse(date) : Number.NaN;
  return Number.isNaN(at) || at < 0 ? void 0 : at;
}
var reserved = /^(?:host|range|connection|content-length|transfer-encoding|accept-encoding|user-agent|expect|te|upgrade)$/i;
var mostHeaders = 20;
function headersOf(action, href, { url, authorization }) {
  const isHome = href.origin === new URL(url).origin;
  const wanted = [...fieldsOf(action.get("header"))].filter((entry) => {
    const [name, value] = entry;
    if (typeof value !== "string" || value.length > 8192 || /[^\t\x20-\x7e\x80-\xff]/.test(value)) return false;
    if (!/^[\w!#$%&'*+.^`|~-]{1,100}$/.test(name) || reserved.test(name)) return false;
    return isHome || authorization === void 0 || !holds(value, authorization);
  });
  return Object.fromEntries(wanted.slice(0, mostHeaders).map(([name, value]) => [name.toLowerCase(), value]));
}
function holds(value, authorization) {
  const secret = authorization.slice(authorization.indexOf(" ") + 1);
  const plain = Buffer.from(secret, "base64").toString("latin1").split(":").at(-1) ?? "";
  return value.includes(secret) || plain.length >= 8 && value.includes(plain);
}

// src/host/lfs-locate.ts
function openLocator(http, endpoints) {
  const known = /* @__PURE__ */ new Map();
  async function find(objects, among) {
    let wanted = objects;
    for (const endpoint2 of among) {
      const answers = await askAll(http, endpoint2, wanted);
      for (const pointer of wanted) {
        const download = answers.get(pointer.oid) ?? nobody();
        if (!(download instanceof LfsFailure)) known.set(pointer.oid, { pointer, endpoint: endpoint2, download });
        else if (!known.has(pointer.oid)) known.set(pointer.oid, download);
      }
      wanted = wanted.filter(({ oid }) => mayBeElsewhere(known.get(oid)));
      if (wanted.length === 0) return;
    }
  }
  function get(oid) {
    const one = known.get(oid) ?? nobody();
    if (one instanceof LfsFailure) throw one;
    return one;
  }
  return {
    get,
    locate: async (objects) => {
      const { good, bad } = sorted(objects);
      for (const [oid, failure] of bad) known.set(oid, failure);
      await find(
        good.filter(({ oid }) => !known.has(oid)),
        endpoints
      );
      return new Map(objects.map(({ oid }) => [oid, known.get(oid) ?? nobody()]));
    },
    renew: async ({ pointer, endpoint: endpoint2 }) => {
      known.delete(pointer.oid);
      await find([pointer], endpoints.slice(endpoints.indexOf(endpoint2)));
      return get(pointer.oid);
    },
    elsewhere: async ({ pointer, endpoint: endpoint2 }, why) => {
      known.set(pointer.oid, why);
      await find([pointer], endpoints.slice(endpoints.indexOf(endpoint2) + 1));
      return get(pointer.oid);
    }
  };
}
function nobody() {
  return new LfsFailure("unavailable", "no server was asked for it");
}
function mayBeElsewhere(found) {
  return found instanceof LfsFailure && (found.reason === "missing" || found.reason === "denied");
}
async function askAll(http, endpoint2, objects) {
  const answers = /* @__PURE__ */ new Map();
  for (let at = 0; at < objects.length; at += batchSize) {
    try {
      const some = await askBatch(http, endpoint2, objects.slice(at, at + batchSize));
      for (const [oid, answer] of some) answers.set(oid, answer);
    } catch (error) {
      if (!(error instanceof LfsFailure)) throw error;
      for (const { oid } of objects.slice(at)) answers.set(oid, error);
      break;
    }
  }
  return answers;
}
function sorted(objects) {
  const good = /* @__PURE__ */ new Map();
  const bad = /* @__PURE__ */ new Map();
  for (const pointer of objects) {
    const { oid, size } = pointer;
    const before = good.get(oid);
    if (before !== void 0 && before.size !== size)
      bad.set(oid, new LfsFailure("invalid", `another pointer to the same content says ${before.size} bytes`));
    if (size > BigInt(Number.MAX_SAFE_INTEGER)) bad.set(oid, new LfsFailure("too big", "no file has that many bytes"));
    good.set(oid, pointer);
  }
  return { good: [...good.values()].filter(({ oid }) => !bad.has(oid)), bad };
}

// src/host/lfs-client.ts
var lfsLimits = {
  requestSeconds: 30,
  idleSeconds: 30,
  slowest: 16 * 1024,
  tries: 4,
  retrySeconds: 1,
  longestPauseSeconds: 60,
  wholeBytes: 512 * 1024 * 1024,
  rangeBytes: 64 * 1024 * 1024,
  heldBytes: 256 * 1024 * 1024,
  ranges: 5e3,
  cacheBytes: 2 * 1024 * 1024 * 1024,
  totalBytes: 4 * 1024 * 1024 * 1024
};
var errorBytes2 = 16 * 1024;
var slackMilliseconds = 5e3;
function openLfs(options) {
  const limits = { ...lfsLimits, ...options.limits };
  const http = openHttp(options.fetch ?? globalThis.fetch, options.userAgent, limits);
  const locator = openLocator(http, options.endpoints);
  const files = /* @__PURE__ */ new Map();
  const touched = /* @__PURE__ */ new Set();
  const read = /* @__PURE__ */ new Map();
  let bytes = 0;
  async function download({ endpoint: endpoint2, download: { href, headers } }, range) {
    const server = new URL(endpoint2.url);
    const { authorization } = endpoint2;
    const sent = { ...headers, "accept-encoding": "identity", ...range !== "" && { range } };
    const request2 = { url: href, server, method: "GET" };
    const answer = await http.ask({ ...request2, headers: sent });
    const isHome = href.origin === server.origin && headers.authorization === void 0;
    if (answer.status !== 401 || !isHome || authorization === void 0) return answer;
    answer.drop();
    return http.ask({ ...request2, headers: { ...sent, authorization } });
  }
  async function get(oid, range) {
    let one = locator.get(oid);
    let isNew = (one.download.expires ?? Number.POSITIVE_INFINITY) < Date.now() + slackMilliseconds;
    if (isNew) one = await locator.renew(one);
    for (; ; ) {
      const answer = await download(one, range);
      if (answer.status === 200 || answer.status === 206) return answer;
      const failure = failureOf(answer.status, messageOf(await answer.text(errorBytes2)));
      if (failure.reason === "missing") one = await locator.elsewhere(one, failure);
      else if (failure.reason !== "denied") throw failure;
      else if (isNew) throw /expired/i.test(failure.message) ? new LfsFailure("expired", failure.message) : failure;
      else {
        one = await locator.renew(one);
        isNew = true;
      }
    }
  }
  async function* counted(oid, answer) {
    for await (const piece of answer.pieces()) {
      touched.add(oid);
      bytes += piece.length;
      if (bytes > limits.totalBytes) throw new LfsFailure("too big", `a run may download ${limits.totalBytes} bytes`);
      yield piece;
    }
  }
  function wholeFile(oid, begun) {
    const before = files.get(oid);
    if (before !== void 0) {
      begun?.drop();
      return before;
    }
    const file = bringWhole(oid, begun);
    files.set(oid, file);
    file.catch(() => files.delete(oid));
    return file;
  }
  async function bringWhole(oid, begun) {
    const { pointer } = locator.get(oid);
    if (pointer.size > BigInt(limits.wholeBytes)) {
      begun?.drop();
      const without = begun === void 0 ? "" : "the server sends no ranges, and ";
      throw new LfsFailure("too big", `${without}a file may have ${limits.wholeBytes} bytes to be downloaded whole`);
    }
    const path = placeIn(options.cache ?? options.folder, pointer);
    return persistently(limits.tries, async (attempt3) => {
      const answer = begun !== void 0 && attempt3 === 1 ? begun : await get(oid, "");
      await saveWhole(path, pointer, counted(oid, answer));
      return path;
    });
  }
  function admit(oid, byteLength) {
    const before = read.get(oid) ?? { ranges: 0, bytes: 0 };
    const now = { ranges: before.ranges + 1, bytes: before.bytes + byteLength };
    if (now.ranges > limits.ranges)
      throw new LfsFailure("too big", `its graph lies in more than ${limits.ranges} places`);
    if (now.bytes > limits.heldBytes)
      throw new LfsFailure("too big", `its graph takes more than ${limits.heldBytes} bytes`);
    read.set(oid, now);
  }
  async function readRange(oid, from, to) {
    const result = new Uint8Array(to - from);
    if (to === from) return result;
    admit(oid, to - from);
    let at = from;
    return persistently(limits.tries, async () => {
      const answer = await get(oid, `bytes=${at}-${to - 1}`);
      if (answer.status === 200) return readPart(await wholeFile(oid, answer), from, to);
      const wrong = wrongRange(answer.headers, at, locator.get(oid).pointer);
      if (wrong !== void 0) {
        answer.drop();
        throw wrong;
      }
      for await (const piece of counted(oid, answer)) {
        if (at + piece.length > to)
          throw new LfsFailure("unsupported", "the server sent more than the range asked for");
        result.set(piece, at - from);
        at += piece.length;
      }
      if (at < to) throw new LfsFailure("broken off", `the server sent ${to - at} bytes too few`);
      return result;
    });
  }
  return {
    locate: async (objects) => {
      const found = await locator.locate(objects);
      return new Map([...found].map(([oid, one]) => [oid, asFound(one)]));
    },
    read: async (oid, from, to) => {
      const { pointer } = locator.get(oid);
      const length = to - from;
      if (from < 0 || length < 0 || BigInt(to) > pointer.size)
        throw new RangeError(`bytes ${from} to ${to} of ${pointer.size}`);
      if (length > limits.rangeBytes)
        throw new LfsFailure("too big", `${length} bytes are wanted at once, of at most ${limits.rangeBytes}`);
      const file = files.get(oid);
      return file === void 0 ? readRange(oid, from, to) : readPart(await file, from, to);
    },
    whole: async (oid) => wholeFile(oid),
    cached: (pointer) => {
      if (options.cache === void 0) return void 0;
      const path = placeIn(options.cache, pointer);
      const found = fileOf(path, pointer);
      if (found === "other") rmSync2(path, { force: true });
      if (found === "same") touch(path);
      return found === "same" ? path : void 0;
    },
    get moved() {
      return { bytes, requests: http.requests, objects: touched.size };
    },
    close: () => {
      http.close();
      if (options.cache !== void 0) pruneFiles(options.cache, limits.cacheBytes);
    }
  };
}
async function persistently(tries2, step) {
  for (let attempt3 = 1; ; attempt3++) {
    try {
      return await step(attempt3);
    } catch (error) {
      if (attempt3 >= tries2 || !(error instanceof LfsFailure) || error.reason !== "broken off") throw error;
    }
  }
}
function wrongRange(headers, at, { size }) {
  const said = headers.get("content-range") ?? "";
  const [, start, last, total] = /^bytes (\d{1,16})-(\d{1,16})\/(\d{1,16}|\*)/.exec(said) ?? [];
  if (start === void 0 || Number(start) !== at)
    return new LfsFailure("unsupported", `the server sent another range than the one from byte ${at}`);
  if (total === "*") return new LfsFailure("unsupported", "the server does not say how long the file is");
  if (BigInt(total ?? 0) === size || Number(total) === Number(last) + 1) return void 0;
  return new LfsFailure("corrupt", `the server holds ${total} bytes of that name`);
}
function asFound(one) {
  if (one instanceof LfsFailure) return { kind: "failed", reason: one.reason, words: one.message };
  return { kind: "available", size: Number(one.pointer.size) };
}

// src/action/lfs.ts
function openJobLfs({ environment, situation, token, folder, cache }) {
  const { serverUrl, owner, repository } = environment;
  const here = `${owner}/${repository}`;
  const head = situation.kind === "pullRequest" && situation.fromFork ? situation.headRepository?.fullName : void 0;
  const url = (name) => `${serverUrl}/${name}.git/info/lfs`;
  const authorization = `Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`;
  const own = token === "" ? [] : [{ authorization }];
  return openLfs({
    endpoints: [
      { url: url(here), ...own[0] },
      ...head === void 0 || head === here ? [] : [...own, {}].map((credential) => ({ url: url(head), ...credential }))
    ],
    folder: join2(folder, "lfs"),
    ...cache !== void 0 && { cache: join2(cache, "lfs") },
    userAgent: `flopgate/${version}`,
    ...proxied()
  });
}
function proxied() {
  const found = defaults.request?.fetch;
  return typeof found === "function" ? { fetch: (input, init) => found(input, init) } : {};
}

// src/action/override.ts
async function readOverride(forge, judged) {
  const found = await examine(forge, judged);
  if (found === "absent") return { kind: "absent" };
  if (!isDoubt(found)) return { kind: "accepted", waiver: found };
  return { kind: "refused", problem: problem("config/override-refused", { label: judged.label, ...found }) };
}
async function acceptance(forge, { checks }, judgedOf) {
  if (!checks.some(({ result }) => result === "exceeded")) return void 0;
  const judged = await judgedOf();
  if (judged === void 0) return void 0;
  if ("code" in judged) return { notWaived: judged };
  const override = await readOverride(forge, judged);
  switch (override.kind) {
    case "absent":
      return void 0;
    case "accepted":
      return { waivedBy: override.waiver };
    case "refused":
      return { notWaived: override.problem };
    default:
      return unreachable(override);
  }
}
function isDoubt(value) {
  return "reason" in value;
}
var setAgain = "Remove the label and set it again";
var byWriter = "Somebody with write access removes the label and sets it again";
var afresh = `${setAgain}; with \`labeled\` among the workflow's \`types\` that starts a run that sees it set`;
async function examine(forge, judged) {
  const { label, pullRequest: pullRequest2, headSha } = judged;
  const live = await attempt2("the pull request", "pull-requests: read", () => forge.pullRequest(pullRequest2));
  if (isDoubt(live)) return live;
  const { value: state } = live;
  if (state === void 0) return { reason: "the forge does not say what its head is", advice: afresh };
  if (!state.labels.includes(label)) return "absent";
  if (state.headSha !== headSha) {
    const reason = `this run judged ${short(headSha)}, and the head is ${short(state.headSha)}`;
    return { reason, advice: "The run on that head decides" };
  }
  const events = await attempt2("its events", "pull-requests: read", () => forge.happenings(pullRequest2));
  if (isDoubt(events)) return events;
  const setting = lastSetting(events.value, label);
  if (isDoubt(setting)) return setting;
  const right = await mayWrite(forge, setting);
  if (right !== true) return right;
  const doubt = await doubtOfCommit(forge, judged, state, events.value, setting) ?? false;
  return doubt === false ? { label, actor: setting.login, at: setting.time, commit: headSha } : doubt;
}
function lastSetting(events, label) {
  const own = events.filter((one) => one.label === label && (one.what === "labeled" || one.what === "unlabeled"));
  const last = own.reduce((a, b) => a === void 0 || isLater2(b, a) ? b : a, void 0);
  if (last === void 0 || last.what !== "labeled") {
    return { reason: "its events do not say who set it", advice: afresh };
  }
  const at = Date.parse(last.at);
  if (last.actor === void 0 || Number.isNaN(at)) {
    return { reason: "who set it, or when, is not known any more", advice: byWriter };
  }
  return { login: last.actor.login, id: last.actor.id, time: last.at, at };
}
function isLater2(a, b) {
  const [x, y] = [Date.parse(a.at), Date.parse(b.at)];
  return Number.isNaN(x) || x > y || x === y && a.id > b.id;
}
var writers = ["admin", "write"];
async function mayWrite(forge, { login, id }) {
  const asked = await attempt2(`the rights of ${login}`, "contents: read", () => forge.permission(login));
  if (isDoubt(asked)) return asked;
  const { permission, userId } = asked.value;
  if (id === void 0 || userId !== id) return { reason: `${login} is not who set it then`, advice: byWriter };
  if (writers.includes(permission)) return true;
  return { reason: `${login} set it, and has no write access`, advice: byWriter };
}
var seconds = 1e3;
var minutes = 60 * seconds;
async function doubtOfCommit(forge, judged, live, events, setting) {
  if (events.some((one) => retargeting.has(one.what) && !isBefore(one, setting.at))) {
    return { reason: "the base branch was changed for another since it was set", advice: setAgain };
  }
  const moves = events.filter(({ what }) => rewriting.has(what));
  const proves = (seen) => moves.every((move) => isBefore(move, seen.at - seen.late));
  const payload = sightingOf(judged, setting);
  if (payload !== void 0 && proves(payload)) return void 0;
  const runs = await attempt2("the runs on this commit", "actions: read", () => forge.runsFor(judged.headSha));
  if (!isDoubt(runs) && runs.value.flatMap((run2) => seenBy(run2, live, setting)).some(proves)) return void 0;
  if (moves.some((move) => !isBefore(move, setting.at - runDelay))) {
    return { reason: `the head was force-pushed, or the like, shortly before it was set or since`, advice: afresh };
  }
  const unseen = `nothing shows that it was set on ${short(judged.headSha)}`;
  return isDoubt(runs) ? { reason: `${unseen}, and ${runs.reason}`, advice: `${runs.advice}; or: ${lowered(afresh)}` } : { reason: unseen, advice: afresh };
}
var rewriting = /* @__PURE__ */ new Set([
  "head_ref_force_pushed",
  "head_ref_deleted",
  "head_ref_restored",
  // While it was closed, moves of its head were not its events.
  "reopened"
]);
var retargeting = /* @__PURE__ */ new Set(["base_ref_changed", "automatic_base_change_succeeded"]);
function isBefore({ at }, moment) {
  return Date.parse(at) < moment;
}
var payloadDelay = minutes;
var sameMoment = 10 * seconds;
function sightingOf({ label, pullRequest: pullRequest2, headSha, payload }, setting) {
  if (numberAt(payload, "pull_request", "number") !== pullRequest2) return void 0;
  if (textAt(payload, "pull_request", "head", "sha") !== headSha) return void 0;
  const at = Date.parse(textAt(payload, "pull_request", "updated_at") ?? "");
  const isSetting = textAt(payload, "action") === "labeled" && textAt(payload, "label", "name") === label && textAt(payload, "sender", "login") === setting.login;
  const latest = setting.at + (isSetting ? sameMoment : -1);
  return at <= latest ? { at, late: payloadDelay } : void 0;
}
var runDelay = 10 * minutes;
function seenBy(run2, live, setting) {
  const at = Date.parse(run2.createdAt);
  const opened = Date.parse(live.createdAt ?? "");
  const isOurs = run2.event === "pull_request" && run2.headSha === live.headSha && run2.headBranch === live.headRef;
  const home = live.headRepository?.fullName.toLowerCase();
  if (!isOurs || home === void 0 || run2.headRepository?.toLowerCase() !== home) return [];
  return at < setting.at && at - runDelay >= opened ? [{ at, late: runDelay }] : [];
}
async function attempt2(what, permission, ask2) {
  try {
    return { value: await ask2() };
  } catch (error) {
    const refusal2 = refusalOf(error);
    const why = refusal2 === void 0 ? messageOf2(error) : `the forge answered ${refusal2.status}`;
    const isDenied = refusal2 !== void 0 && [401, 403, 404].includes(refusal2.status);
    const advice = isDenied ? `The job may lack the permission \`${permission}\`` : "Run the job again";
    return { reason: `${what} could not be read (${why})`, advice };
  }
}
function messageOf2(error) {
  return error instanceof Error ? error.message.split("\n", 1)[0] ?? "" : String(error);
}
function lowered(text) {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
function short(sha) {
  return sha.slice(0, 12);
}

// src/action/queue.ts
async function queuedPullRequest({ forge, repository }, group, label) {
  const unclear = (reason2, advice) => {
    return { kind: "unclear", problem: problem("config/override-refused", { label, reason: reason2, advice }) };
  };
  const number = numberIn(group);
  if (number === void 0) return { kind: "unlabelled" };
  let state;
  try {
    state = await forge.pullRequest(number);
  } catch (error) {
    const advice = "The job may lack the permission `pull-requests: read`";
    return unclear(`#${number}, which is in the queue, could not be read (${reasonOf(error)})`, advice);
  }
  if (state === void 0 || !state.labels.includes(label)) return { kind: "unlabelled" };
  if (state.baseRef === group.baseRef && await isMergeOf(repository, group, state)) {
    return { kind: "one", pullRequest: number, headSha: state.headSha };
  }
  const reason = `the merge group is not shown to hold the head of #${number}, ${state.headSha.slice(0, 12)}, and nothing else`;
  return unclear(reason, "Let it merge in a group of its own, by a merge commit or with its branch up to date");
}
function numberIn({ headRef, baseRef }) {
  const prefix = `gh-readonly-queue/${baseRef}/pr-`;
  const [, digits] = /^(\d{1,9})-[0-9a-f]{40,64}$/.exec(headRef.startsWith(prefix) ? headRef.slice(prefix.length) : "") ?? [];
  return digits === void 0 ? void 0 : Number(digits);
}
async function isMergeOf(repository, group, state) {
  const { number, headSha, mergeSha } = state;
  const joins = (commit2) => {
    const parents = parentsOf(repository, commit2) ?? [];
    return parents.length === 2 && parents.includes(group.base) && parents.includes(headSha) && group.base !== headSha;
  };
  if (joins(group.head)) return true;
  const head = { label: state.headRef, sha: headSha, ref: `refs/pull/${number}/head` };
  const merge2 = mergeSha === void 0 ? [] : [{ label: "merge", sha: mergeSha, ref: `refs/pull/${number}/merge` }];
  const revisions = [head, ...merge2];
  for (const revision of revisions) await bringTrees(repository, [revision]);
  const whole = listTree(repository, group.head);
  return revisions.filter(({ sha }) => sha === headSha || joins(sha)).some(({ sha }) => holdsSame(whole, listTree(repository, sha)));
}
function holdsSame(a, b) {
  if (a === void 0 || b === void 0 || a.size !== b.size) return false;
  return [...a].every(([path, { mode, oid }]) => {
    const other = b.get(path);
    return other?.mode === mode && other.oid === oid;
  });
}

// src/action/merge.ts
var waits = [1, 2, 3, 4];
async function askForTestMerge(forge, event, wait) {
  const { merge: _, ...without } = event;
  let state;
  try {
    state = await untilTried(forge, event.number, wait);
  } catch (error) {
    return { event: without, why: `the forge could not be asked (${reasonOf(error)})` };
  }
  if (state === void 0) return { event: without, why: "the forge says nothing of it" };
  const { open: open2, baseRef, baseSha, headSha } = state;
  const mergeBase2 = state.mergeBase ?? event.mergeBase;
  const retargeted = event.retargeted || baseRef !== event.baseRef;
  const moved = headSha !== event.headSha;
  const now = { ...without, open: open2, baseRef, baseSha, retargeted };
  if (moved) return { event: now, why: "its head has moved on since this run began" };
  const current = { ...now, ...mergeBase2 !== void 0 && { mergeBase: mergeBase2 } };
  const found = mergeOf(state, baseRef);
  return "sha" in found ? { event: { ...current, merge: found } } : { event: current, ...found };
}
async function untilTried(forge, number, wait) {
  for (const seconds2 of waits) {
    const state = await forge.pullRequest(number);
    if (state === void 0 || state.mergeable !== null || !state.open) return state;
    await wait(seconds2);
  }
  return forge.pullRequest(number);
}
function mergeOf({ number, open: open2, mergeable, mergeSha }, baseRef) {
  if (open2 && mergeable === false) return { why: `it conflicts with ${baseRef}` };
  if (open2 && mergeable === null) return { why: "the forge was still trying the merge when asked last" };
  if (mergeSha === void 0) return {};
  return { sha: mergeSha, ref: `refs/pull/${number}/merge` };
}

// src/action/resolve.ts
var sleep2 = (seconds2) => new Promise((resolve3) => setTimeout(resolve3, seconds2 * 1e3));
async function resolveComparison(resolver, situation, named) {
  const given = {
    base: named.base === void 0 ? void 0 : await nameRevision(resolver, "base", named.base),
    head: named.head === void 0 ? void 0 : await nameRevision(resolver, "head", named.head)
  };
  const { base, head } = given;
  const proposed = situation.kind !== "push" && situation.kind !== "commit";
  if (base !== void 0 && head !== void 0) {
    return { base, head, config: proposed ? base : head, problems: [] };
  }
  const found = await fromEvent(resolver, situation);
  if (base !== void 0) return { ...found, base, config: proposed ? base : found.head, problems: [] };
  if (head === void 0) return found;
  return { ...found, head, config: proposed ? found.config : head };
}
async function fromEvent(resolver, situation) {
  switch (situation.kind) {
    case "pullRequest":
      return fromPullRequest(resolver, situation);
    case "push":
      return fromPush(resolver, situation);
    case "mergeGroup": {
      const base = { label: situation.baseRef, sha: situation.base, how: "base of the merge group" };
      const head = { label: situation.headRef, sha: situation.head, how: "head of the merge group" };
      return { base, head, config: base, problems: [] };
    }
    case "commit":
      return fromCommit(resolver, {
        label: shortRef(situation.ref),
        sha: situation.sha,
        ref: situation.ref,
        how: "commit of this run"
      });
    case "unclear":
      return fail("usage/event", { event: resolver.event, reason: situation.reason });
  }
}
async function fromPullRequest(resolver, situation) {
  const asked = situation.merge === "ask";
  const { event, why } = asked ? await askForTestMerge(resolver.forge, situation, resolver.wait ?? sleep2) : { event: situation };
  const { merge: merge2 } = event;
  const tried = merge2 === void 0 || merge2 === "ask" ? void 0 : await fromMergeCommit(resolver, event, merge2, asked);
  if (tried !== void 0 && "head" in tried) return tried;
  const found = await fromMergeBase(resolver, event);
  const reason = tried?.why ?? why;
  if (reason === void 0) return found;
  return { ...found, problems: [problem("read/no-test-merge", { number: event.number, reason }), ...found.problems] };
}
async function fromMergeCommit(resolver, event, merge2, doubted) {
  const { headSha, baseRef, baseSha, number } = event;
  const parents = await bringParents(resolver.repository, merge2.sha, merge2.ref);
  if (parents === void 0) return { why: `${merge2.sha.slice(0, 12)}, which should be it, cannot be had` };
  const sha = parents.find((parent) => parent !== headSha);
  if (parents.length !== 2 || !parents.includes(headSha) || sha === void 0) {
    return { why: `${merge2.sha.slice(0, 12)}, which should be it, is not a merge of its head` };
  }
  let tip = sha;
  if ((doubted || event.retargeted) && sha !== baseSha) {
    const asked = await askMergeBase(resolver.forge, baseRef, sha);
    if ("reason" in asked) return { why: `whether ${merge2.sha.slice(0, 12)} was made on ${baseRef} is unknown` };
    if (asked.mergeBase !== sha) return { why: `${merge2.sha.slice(0, 12)} was not made on ${baseRef}` };
    tip = asked.baseTip;
  }
  const base = { label: baseRef, sha, how: "merge parent", ref: `refs/heads/${baseRef}` };
  const head = { label: event.headRef, sha: merge2.sha, how: `merge of #${number}`, ref: merge2.ref };
  return { base, head, config: { ...base, sha: tip }, problems: [] };
}
async function fromMergeBase(resolver, event) {
  const { headSha, baseRef, baseSha, open: open2 } = event;
  const head = {
    label: event.headRef,
    sha: headSha,
    how: `head of #${event.number}`,
    ref: `refs/pull/${event.number}/head`
  };
  const tip = { label: baseRef, ref: `refs/heads/${baseRef}` };
  const asked = await askMergeBase(resolver.forge, open2 ? baseRef : baseSha, headSha);
  if ("mergeBase" in asked) {
    const base = { label: baseRef, sha: asked.mergeBase, how: "merge base, as the forge says" };
    return { base, head, config: { ...tip, sha: asked.baseTip }, problems: [] };
  }
  const local = event.mergeBase ?? mergeBase(resolver.repository, baseSha, headSha);
  if (local !== void 0) {
    const how = event.mergeBase === void 0 ? "merge base, in the clone" : "merge base, as the event says";
    const now = open2 && isRefName(tip.ref) ? await remoteCommit(resolver.repository, tip.ref) : void 0;
    return { base: { label: baseRef, sha: local, how }, head, config: { ...tip, sha: now ?? baseSha }, problems: [] };
  }
  return fail("read/revision", { side: "base", revision: baseRef, reason: asked.reason });
}
async function askMergeBase(forge, base, head) {
  try {
    return await forge.mergeBase(base, head) ?? { reason: "the forge does not say where the head left it" };
  } catch (error) {
    return { reason: `the forge could not be asked where the head left it (${reasonOf(error)})` };
  }
}
async function fromPush(resolver, event) {
  const { before, ref, forced } = event;
  const head = { label: shortRef(ref), sha: event.after, how: "pushed", ref };
  if (before === void 0) return fromNewBranch(resolver, head, event.leaves);
  const base = {
    label: `${head.label} before the push`,
    sha: before,
    how: forced ? "before the forced push" : "before"
  };
  await bringTrees(resolver.repository, [base, head]);
  if (listTree(resolver.repository, before) !== void 0) return { base, head, config: head, problems: [] };
  const reason = `${before.slice(0, 12)}, where ${head.label} stood before the push, is gone; its first parent is used`;
  const found = await fromCommit(resolver, head);
  return { ...found, problems: [problem("read/base-changed", { reason }), ...found.problems] };
}
async function fromNewBranch({ repository, forge }, head, leaves) {
  const created = `the push created ${head.label}`;
  if (leaves === void 0 || !isRefName(leaves)) return withoutBase(head, created);
  const asked = await askMergeBase(forge, leaves, head.sha);
  if ("mergeBase" in asked) {
    const base = { label: leaves, sha: asked.mergeBase, how: "merge base, as the forge says" };
    return { base, head, config: head, problems: [] };
  }
  const tip = await remoteCommit(repository, `refs/heads/${leaves}`);
  const sha = tip === void 0 ? void 0 : mergeBase(repository, tip, head.sha);
  if (sha === void 0) return withoutBase(head, `${created}, and ${asked.reason}`);
  return { base: { label: leaves, sha, how: "merge base, in the clone" }, head, config: head, problems: [] };
}
async function fromCommit(resolver, head) {
  await bringParents(resolver.repository, head.sha, head.ref ?? head.sha);
  const base = firstParent(resolver.repository, head);
  if (base === null) return withoutBase(head, `${head.label} has no parent commit`);
  return { base, head, config: head, problems: [] };
}
function withoutBase(head, reason) {
  return { base: null, head, config: head, problems: [problem("read/no-base", { reason })] };
}
async function bringParents(repository, sha, ref) {
  const here = parentsOf(repository, sha);
  if (here !== void 0) return here;
  await fetchCommits(repository, [sha], { depth: 2, refs: ref.startsWith("refs/") ? [ref] : [] });
  return parentsOf(repository, sha);
}
async function nameRevision({ repository }, side, name) {
  const how = `the input ${side}`;
  if (objectId.test(name)) return { label: name.slice(0, 12), sha: name, how };
  const sha = await remoteCommit(repository, name) ?? localCommit(repository, name);
  const reason = "neither the forge nor the clone has a branch, a tag or a commit of this name";
  return sha === void 0 ? fail("read/revision", { side, revision: name, reason }) : { label: name, sha, how };
}

// src/action/rest-port.ts
var longest = { json: 6e4, raw: 6e5 };
function openRestPort(environment, token) {
  const { owner, repository: repo, apiUrl } = environment;
  const octokit = openOctokit(environment, token);
  const get = async (path, headers, milliseconds, parse3) => {
    const answer = await patiently(
      () => octokit.request("GET /repos/{owner}/{repo}/{+path}", {
        owner,
        repo,
        path,
        headers,
        request: {
          parseSuccessResponseBody: parse3,
          redirect: "manual",
          signal: AbortSignal.timeout(milliseconds)
        }
      })
    );
    const status = answer.status;
    const data = answer.data;
    if (status !== 200) throw new Error(`${status} instead of an answer to ${path}`);
    return { data, headers: answer.headers };
  };
  return {
    origin: new URL(apiUrl).origin,
    json: async (path) => (await get(path, { accept: "application/vnd.github+json" }, longest.json, true)).data,
    raw: async (path) => {
      const { data, headers } = await get(path, { accept: "application/vnd.github.raw+json" }, longest.raw, false);
      if (!(data instanceof ReadableStream)) throw new Error(`no content in the answer to ${path}`);
      return { type: headers["content-type"] ?? "", chunks: data };
    }
  };
}

// src/action/judge.ts
async function judge(job) {
  const { inputs, environment } = job;
  let found;
  try {
    const more = { ...inputs.parts.length > 0 && { share: noShare } };
    const use = async (planned) => {
      const { plan, lfs } = planned;
      const models = await measure(planned);
      const { bytes, requests, objects } = lfs.moved;
      const transfer = { lfsBytes: bytes, lfsRequests: requests, lfsObjects: objects };
      const question = { ...plan.question, transfer };
      const report = decide(question, models);
      const forge = openForge(environment, inputs.token);
      const waiver = await acceptance(forge, report, () => overrideOf(job, planned, forge));
      return { report: waiver === void 0 ? report : decide({ ...question, ...waiver }, models), decided: true };
    };
    return await withPlan(job, more, use, (comparison) => {
      found = comparison;
    });
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    return { report: undecided(error.problem, found, environment), decided: false };
  }
}
async function planMatrix(jobs, most) {
  const counts = [];
  for (const job of jobs) {
    const count = async ({ plan }) => plan.cases.filter(({ elsewhere: elsewhere2 }) => elsewhere2).length;
    counts.push(await withPlan(job, { share: noShare }, count));
  }
  return matrixOf(counts, most);
}
async function measurePart(jobs, share) {
  const outcomes = [];
  for (const job of jobs) {
    const outcome = async (planned) => ({ cases: planned.plan.cases, models: await measure(planned) });
    outcomes.push(await withPlan(job, { share }, outcome));
  }
  return writePart(outcomes);
}
async function withPlan(job, more, use, tell = () => {
}) {
  const { inputs, environment, situation } = job;
  const repository = openClone(job);
  const { token } = inputs;
  const lfs = openJobLfs({ environment, situation, token, folder: job.folder, cache: cacheFolder(job) });
  try {
    const forge = openForge(environment, inputs.token);
    const comparison = await resolveComparison({ repository, forge, event: environment.event }, situation, inputs);
    announce(comparison);
    tell(comparison);
    await refuseCommitted(job, repository, comparison.head);
    const found = inputs.parts.length > 0 ? readParts(inputs.parts) : cacheOf(job);
    const results = { ...found && { results: found } };
    const plan = await planOf(job, repository, comparison, { lfs, ...results, ...more });
    return await use({ plan, repository, comparison, lfs, ...results });
  } finally {
    lfs.close();
    closeRepository(repository);
  }
}
async function refuseCommitted({ inputs: { cache, parts }, environment: { workspace } }, repository, head) {
  const places = [...cache === void 0 ? [] : [["cache", cache]], ...parts.map((path) => ["parts", path])];
  if (workspace === void 0 || places.length === 0) return;
  const why = await bringTrees(repository, [head]);
  const tree = [...treeOf(repository, head, "head", why).keys()];
  for (const [input = "", value = ""] of places) {
    const path = realPath(resolve(workspace, value));
    const way = relative(rootOf(dirname2(path)) ?? realPath(workspace), path).replaceAll("\\", "/");
    const isCommitted = tree.some((file) => `${file}/`.startsWith(`${way}/`) || way.startsWith(`${file}/`));
    if (way !== "" && !isCommitted) continue;
    fail("usage/input", {
      input,
      value,
      expected: "a place that no commit puts files in, such as one under runner.temp"
    });
  }
}
function realPath(path) {
  const folder = dirname2(path);
  return existsSync3(folder) ? join3(realpathSync(folder), basename(path)) : path;
}
function rootOf(folder) {
  const gitDir = findCheckout(folder)?.gitDir;
  return gitDir !== void 0 && basename(gitDir) === ".git" ? dirname2(gitDir) : void 0;
}
async function planOf({ inputs, environment }, repository, { base, head, config: revision, problems }, more) {
  const place = { kind: "commit", path: inputs.config, revision };
  const models = inputs.models.length > 0 && { models: inputs.models };
  const { folders } = inputs;
  if (folders === void 0) {
    return planRepository(repository, { base, head, config: place, problems, ...models, ...more });
  }
  const found = await configOf(repository, place, base, head);
  const folder = (path, sha) => ({
    path: resolve(environment.workspace ?? "", path),
    label: { label: path, ...sha !== void 0 && { sha }, how: "a folder of the workspace" }
  });
  return planFolders({
    repository,
    base: folder(folders.base, base?.sha),
    head: folder(folders.head, head.sha),
    config: found.config,
    problems: [...problems, ...found.problems],
    ...found.repaired === true && { everything: true },
    ...models
  });
}
function measure({ plan: { cases }, repository, lfs, results }) {
  const progress = (path, i, count) => jobLog.info(`  ${i + 1}/${count} ${path}`);
  return measureCases(cases, {
    repository,
    progress,
    fetchRange: lfsRanges(lfs, cases),
    ...results && { results }
  });
}
function cacheOf(job) {
  const folder = cacheFolder(job);
  return folder === void 0 ? void 0 : folderResults(folder);
}
function cacheFolder({ inputs: { cache }, environment: { workspace = "" } }) {
  return cache === void 0 ? void 0 : resolve(workspace, cache);
}
async function overrideOf({ inputs, environment: { payload }, situation }, { plan, comparison: { base, head }, repository }, forge) {
  const label = plan.question.config?.override?.label;
  if (label === void 0) return void 0;
  if (situation.kind === "pullRequest") {
    const { number, headSha } = situation;
    const judged = inputs.head === void 0 ? headSha : head.sha;
    return { label, pullRequest: number, headSha: judged, payload };
  }
  if (situation.kind !== "mergeGroup" || base?.sha !== situation.base || head.sha !== situation.head) return void 0;
  const queued = await queuedPullRequest({ forge, repository }, situation, label);
  if (queued.kind === "unclear") return queued.problem;
  return queued.kind === "one" ? { label, ...queued, payload } : void 0;
}
function openClone({ inputs, environment, folder }) {
  const { workspace, serverUrl, owner, repository: name, sha } = environment;
  const checkout = workspace === void 0 ? void 0 : findCheckout(workspace);
  const url = `${serverUrl}/${owner}/${name}`;
  const { token } = inputs;
  return openRepository({
    temp: folder,
    cloneOf: `${owner}/${name}`,
    remote: { url, ...token !== "" && { header: basicHeader(token) } },
    ...checkout !== void 0 && { checkout },
    ...sha !== "" && { objectFormat: sha.length === 64 ? "sha256" : "sha1" },
    ...token !== "" && { rest: openRestPort(environment, token) }
  });
}
function basicHeader(token) {
  const encoded = Buffer.from(`x-access-token:${token}`).toString("base64");
  setSecret(token);
  setSecret(encoded);
  return `AUTHORIZATION: basic ${encoded}`;
}
function announce({ base, head }) {
  const name = (one) => `${one.label} ${one.sha.slice(0, 12)}${one.how === void 0 ? "" : ` (${one.how})`}`;
  jobLog.info(base === null ? `Measuring ${name(head)}; there is no base` : `Comparing ${name(base)} with ${name(head)}`);
}
function undecided(why, comparison, { ref, sha }) {
  const { base = null, head = { label: ref || "head", ...sha !== "" && { sha } }, problems = [] } = comparison ?? {};
  return {
    schema: "flopgate.report/1",
    tool: { name: "flopgate", version },
    verdict: "fail",
    convention: "flopgate",
    base,
    head,
    models: [],
    checks: [],
    problems: [why, ...problems]
  };
}

// src/action/outputs.ts
import { existsSync as existsSync4, lstatSync, mkdirSync as mkdirSync2, realpathSync as realpathSync2, renameSync as renameSync2, rmSync as rmSync3, statSync as statSync2, writeFileSync } from "node:fs";
import { dirname as dirname3, join as join4, relative as relative2, resolve as resolve2 } from "node:path";
var noOutputs = {
  verdict: "",
  changed: "",
  exceeded: "",
  report: "",
  markdown: "",
  "comment-id": "",
  matrix: "",
  "base-sha": "",
  "head-sha": ""
};
function writeOutputs(outputs) {
  for (const [name, value] of Object.entries(outputs)) setOutput(name, value);
}
var summaryLimit = 1024 * 1024 - 2;
function summaryRoom() {
  const file = summaryFile();
  return summaryLimit - (file === void 0 ? 0 : statSync2(file, { throwIfNoEntry: false })?.size ?? 0);
}
async function writeSummary(markdown) {
  if (summaryFile() === void 0 || Buffer.byteLength(markdown) > summaryRoom()) return;
  await summary.addRaw(markdown, true).write();
}
function summaryFile() {
  return process.env.GITHUB_STEP_SUMMARY || void 0;
}
function reportPath(given, folder, workspace) {
  if (given === void 0) return join4(folder, "report.json");
  const refuse3 = (expected) => fail("usage/input", { input: "report-path", value: given, expected });
  const path = resolve2(workspace, given);
  const parent = dirname3(path);
  if (isInside(parent, workspace) && !isInside(realPath2(parent), realPath2(workspace))) {
    return refuse3("a path without symbolic links");
  }
  try {
    mkdirSync2(parent, { recursive: true });
  } catch {
    return refuse3("a path whose folder is there or can be made");
  }
  return lstatSync(path, { throwIfNoEntry: false })?.isDirectory() === true ? refuse3("a file, not a folder") : path;
}
function realPath2(path) {
  let there = path;
  while (lstatSync(there, { throwIfNoEntry: false }) === void 0 && dirname3(there) !== there) there = dirname3(there);
  return existsSync4(there) ? realpathSync2(there) : there;
}
function writeWhole(path, content) {
  const fresh = `${path}.${process.pid}.tmp`;
  try {
    rmSync3(fresh, { force: true });
    writeFileSync(fresh, content, { flag: "wx" });
    renameSync2(fresh, path);
  } catch (error) {
    rmSync3(fresh, { force: true });
    fail("write/failed", { path, reason: error instanceof Error ? error.message : String(error) });
  }
}
function isInside(path, folder) {
  const way = relative2(folder, path);
  return way === "" || !(way.startsWith("..") || resolve2(way) === way);
}

// src/action/workflow-run.ts
var mostPullRequests = 10;
async function findPullRequests(forge, run2, here) {
  const { headRepository, headBranch, headShas } = run2;
  const head = headShas[0].slice(0, 12);
  if (headRepository === void 0) return { kind: "none", reason: `the repository that ${head} came from is gone` };
  const answered = await ask(forge, headRepository, headBranch);
  const [first, ...rest] = answered.filter(
    ({ open: open2, headSha, headRepository: theirs }) => open2 && headShas.includes(headSha) && theirs?.fullName === headRepository.fullName
  ).sort((a, b) => a.number - b.number).map((state) => pullRequestOf(state, here));
  if (first === void 0) {
    return { kind: "none", reason: `no open pull request stands at ${head} any more: it was closed, or moved on` };
  }
  if (rest.length >= mostPullRequests) {
    const reason = `${rest.length + 1} open pull requests come from this branch, more than ${mostPullRequests}`;
    return fail("read/pull-request", { head, reason });
  }
  return { kind: "found", pullRequests: [first, ...rest] };
}
async function ask(forge, { fullName }, branch) {
  const [owner = ""] = fullName.split("/");
  try {
    return await forge.pullRequestsFrom(owner, branch);
  } catch (error) {
    return fail("read/pull-request", { head: branch, reason: `the forge could not be asked (${reasonOf(error)})` });
  }
}
function pullRequestOf(state, here) {
  const { number, open: open2, headSha, headRef, headRepository, baseRef, baseSha, mergeBase: mergeBase2 } = state;
  return {
    kind: "pullRequest",
    number,
    headSha,
    headRef,
    ...headRepository !== void 0 && { headRepository },
    fromFork: headRepository?.fullName.toLowerCase() !== here.toLowerCase(),
    baseRef,
    baseSha,
    merge: "ask",
    ...mergeBase2 !== void 0 && { mergeBase: mergeBase2 },
    retargeted: false,
    open: open2
  };
}

// src/action/main.ts
async function run() {
  try {
    return await runJob(readInputs(), readEnvironment(process.env));
  } catch (error) {
    if (!(error instanceof FlopgateError)) throw error;
    return refuse2(error.problem);
  }
}
async function runJob(inputs, environment) {
  const said = readEvent(environment);
  if (said.kind === "deletion") return nothingLeft(said);
  const situations = said.kind === "workflowRun" ? await reportedPullRequests(said, inputs, environment) : [said];
  if (said.kind === "workflowRun" && situations.length === 0) return nothingOpen(said);
  mkdirSync3(environment.temp, { recursive: true });
  const folder = mkdtempSync(join5(environment.temp, "flopgate-"));
  const reportFile = reportPath(inputs.reportPath, folder, environment.workspace ?? folder);
  const jobs = situations.map((situation) => ({ inputs, environment, situation, folder, reportFile }));
  if (inputs.plan !== void 0 || inputs.part !== void 0) return matrixStep2(jobs, inputs, reportFile);
  const judged = [];
  for (const job of jobs) {
    judged.push({ ...job, ...await judge(job) });
  }
  return deliverAll(judged);
}
async function matrixStep2(jobs, { plan, part }, reportFile) {
  if (plan !== void 0) writeOutputs({ ...noOutputs, matrix: await planMatrix(jobs, plan) });
  if (part !== void 0) {
    writeWhole(reportFile, await measurePart(jobs, part));
    writeOutputs({ ...noOutputs, report: reportFile });
  }
  return 0;
}
async function deliverAll(judged) {
  const rank = { fail: 0, warn: 1, pass: 2 };
  const worstFirst = [...judged].sort((a, b) => rank[a.report.verdict] - rank[b.report.verdict]);
  const codes = [];
  for (const [i, one] of worstFirst.entries()) {
    const files = i === 0 ? {} : besides(one);
    const { outputs, code } = await deliver({ ...one, ...files });
    if (i === 0) writeOutputs(outputs);
    codes.push(code);
  }
  return Math.max(...codes);
}
function besides({ folder }) {
  const own = mkdtempSync(join5(folder, "also-"));
  return { folder: own, reportFile: join5(own, "report.json") };
}
async function reportedPullRequests(run2, inputs, environment) {
  const here = `${environment.owner}/${environment.repository}`;
  const found = await findPullRequests(openForge(environment, inputs.token), run2, here);
  if (found.kind === "found") return found.pullRequests;
  jobLog.notice(`Flopgate: nothing is judged. For ${run2.headShas[0].slice(0, 12)}, ${found.reason}.`);
  const { base, head } = inputs;
  return base !== void 0 && head !== void 0 ? [{ kind: "unclear", reason: found.reason }] : [];
}
async function deliver(judged) {
  const { inputs, folder, reportFile, report, decided } = judged;
  const paths = { report: reportFile, markdown: join5(folder, "comment.md") };
  writeWhole(paths.report, renderReport(report, "json", {}));
  if (inputs.jobSummary) await writeSummary(renderReport(report, "markdown", { limit: summaryRoom() }));
  const occasion = { verdict: report.verdict, changed: changedModels(report), failOn: inputs.failOn };
  const commentId = await comment(judged, occasion, paths.markdown);
  const outputs = {
    verdict: report.verdict,
    changed: occasion.changed,
    exceeded: exceeded(report).length,
    ...paths,
    "comment-id": commentId,
    matrix: "",
    "base-sha": report.base?.sha ?? "",
    "head-sha": report.head.sha ?? ""
  };
  explain2(judged);
  const fails = report.verdict === "fail" || report.verdict === "warn" && inputs.failOn === "warn";
  return { outputs, code: !decided || fails && inputs.failOn !== "never" ? 1 : 0 };
}
function changedModels(report) {
  return report.models.filter(({ status }) => status !== "unchanged").length;
}
function exceeded(report) {
  return report.checks.filter(({ result }) => result === "exceeded");
}
async function comment(judged, occasion, file) {
  const { inputs, environment, situation, report } = judged;
  const marker = markerOf(inputs.commentKey);
  const tell = (limit) => renderReport(report, "markdown", { limit: limit - stampSize, key: inputs.commentKey });
  const body = tell(commentLimit);
  writeWhole(file, body);
  if (situation.kind !== "pullRequest" || inputs.comment === "never") return "";
  const published = await publish(openForge(environment, inputs.token), {
    pullRequest: situation.number,
    headSha: situation.headSha,
    body,
    shorter: () => tell(shorterLimit),
    marker,
    create: worthCreating(inputs.comment, occasion),
    ...environment.run !== void 0 && { run: environment.run }
  });
  return tellPublished(published);
}
function tellPublished(published) {
  switch (published.kind) {
    case "failed":
      jobLog.warning(`${published.problem.message} ${published.problem.help}`);
      return "";
    case "moved":
      jobLog.info(
        `Comment: not written. The head moved to ${published.to.slice(0, 12)} meanwhile; the run on it comments.`
      );
      return "";
    case "closed":
      jobLog.info("Comment: not written. The pull request was closed or merged meanwhile.");
      return "";
    case "nothing":
      jobLog.info("Comment: nothing to say");
      return "";
    case "later":
      jobLog.info("Comment: left as a later run wrote it");
      return String(published.id);
    default:
      jobLog.info(`Comment: ${published.kind}`);
      return String(published.id);
  }
}
function explain2({ report, inputs }) {
  for (const { level, text, at } of annotationsOf(report, inputs.config)) {
    if (level === "info") jobLog.info(text);
    else jobLog[level](text, at);
  }
}
function nothingLeft({ ref, before }) {
  jobLog.info(`The push deleted ${ref}: there is nothing to judge`);
  writeOutputs({
    ...noOutputs,
    verdict: "pass",
    changed: 0,
    exceeded: 0,
    "base-sha": before ?? ""
  });
  return 0;
}
function nothingOpen({ headShas: [head] }) {
  writeOutputs({ ...noOutputs, "head-sha": head });
  return 0;
}
function refuse2({ message, help }) {
  jobLog.error(`${message} ${help}`);
  writeOutputs({ ...noOutputs, verdict: "fail", changed: 0, exceeded: 0 });
  return 1;
}
export {
  run
};
